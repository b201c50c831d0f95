package io.github.lambdalayer.aws;

import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.layer.PublishBody;
import io.github.lambdalayer.layer.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.ContentStreamProvider;

/**
 * The body of a PublishLayerVersion request. It can be opened again, and its digest, which every
 * signature needs, is worked out once, however many regions it is sent to.
 */
abstract class RequestContent implements ContentStreamProvider {

  private @Nullable String digest;

  /** In bytes. */
  abstract long length();

  /** Reads it from its beginning. */
  abstract InputStream open() throws IOException;

  /** Without a zip in it. */
  static RequestContent of(byte[] json) {
    return new RequestContent() {
      @Override
      long length() {
        return json.length;
      }

      @Override
      InputStream open() {
        return new ByteArrayInputStream(json);
      }
    };
  }

  /** With the zip in it. */
  static RequestContent of(PublishBody body, Path zip, long size) {
    return new RequestContent() {
      @Override
      long length() {
        return body.length(size);
      }

      @Override
      InputStream open() throws IOException {
        return new BodyStream(body, zip);
      }
    };
  }

  /** Its SHA-256 in hex; who asks while it is worked out waits for it. */
  final synchronized String sha256() {
    if (digest == null) {
      try (InputStream in = open()) {
        digest = Sha256.of(in).hex();
      } catch (IOException e) {
        throw new InvalidInputException(
            Messages.format("The zip cannot be read any more (%s): build it again.", e), e);
      }
    }
    return digest;
  }

  @Override
  public final InputStream newStream() {
    try {
      return open();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
