package io.github.lambdalayer.aws;

import io.github.lambdalayer.layer.PublishBody;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.commons.codec.binary.Base64;
import org.apache.commons.codec.binary.Base64InputStream;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * Writes the body of PublishLayerVersion in place of the SDK, which holds the zip, its base64 text and
 * the JSON around it in memory at once, and does not know the storage mode of objects yet.
 */
final class PublishBodyInterceptor implements ExecutionInterceptor {

  /** The body to send with a request; it can be opened again. */
  interface Body {

    /** In bytes. */
    long length();

    InputStream open();

    /** Without a zip in it. */
    static Body of(byte[] json) {
      return new Body() {
        @Override
        public long length() {
          return json.length;
        }

        @Override
        public InputStream open() {
          return new ByteArrayInputStream(json);
        }
      };
    }
  }

  /** The zip in a request. */
  record Upload(PublishBody body, Path zip, long size) implements Body {

    @Override
    public long length() {
      return body.length(size);
    }

    @Override
    public InputStream open() {
      try {
        InputStream base64 =
            Base64InputStream.builder()
                .setInputStream(Files.newInputStream(zip))
                .setEncode(true)
                .setBaseNCodec(Base64.builder().setLineLength(0).get())
                .get();
        return new SequenceInputStream(
            Collections.enumeration(
                List.of(
                    new ByteArrayInputStream(body.prefix()),
                    base64,
                    new ByteArrayInputStream(body.suffix()))));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  static final ExecutionAttribute<Body> BODY = new ExecutionAttribute<>("LambdaLayerBody");

  /** The SDK has counted the body that it made itself. */
  @Override
  public SdkHttpRequest modifyHttpRequest(
      Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
    Body body = attributes.getAttribute(BODY);
    return body == null
        ? context.httpRequest()
        : context
            .httpRequest()
            .copy(request -> request.putHeader("Content-Length", Long.toString(body.length())));
  }

  @Override
  public Optional<RequestBody> modifyHttpContent(
      Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
    Body body = attributes.getAttribute(BODY);
    if (body == null) {
      return context.requestBody();
    }
    return Optional.of(
        RequestBody.fromContentProvider(
            ContentStreamProvider.fromInputStreamSupplier(body::open),
            body.length(),
            "application/json"));
  }
}
