package io.github.lambdalayer.endpoint;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * Counts a body while it streams and refuses what is too long. A client that breaks off is told
 * apart from other failures by an {@link UncheckedIOException}.
 */
final class RequestBody extends FilterInputStream {
  static final long PUBLISH_LIMIT = 69_905_066;
  private static final long LIMIT = 6_291_456;
  private static final long OBJECT_LIMIT = (5L << 30) + (1 << 20);

  private String operation = Route.UNKNOWN;
  private long count;
  private boolean draining;
  private @Nullable MessageDigest digest;

  RequestBody(InputStream in) {
    super(in);
  }

  /** How long the body may be is a matter of the operation. */
  void limitFor(String known) {
    operation = known;
  }

  /** From now on; called before anything is read. */
  void hash(MessageDigest sha256) {
    digest = sha256;
  }

  long count() {
    return count;
  }

  /** A client sees an early answer only when its whole body has been taken. */
  void drain() throws IOException {
    draining = true;
    transferTo(OutputStream.nullOutputStream());
  }

  /** Reads only so much. */
  void drain(long length) throws IOException {
    draining = true;
    Streams.copy(this, OutputStream.nullOutputStream(), length);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = readFromClient(buffer, offset, length);
    count += Math.max(read, 0);
    if (digest != null && read > 0) {
      digest.update(buffer, offset, read);
    }
    long limit = limit();
    if (!draining && count > limit) {
      throw tooLarge(limit + 1);
    }
    return read;
  }

  private long limit() {
    return switch (operation) {
      case "PublishLayerVersion" -> PUBLISH_LIMIT;
      case "PutObject", "UploadPart" -> OBJECT_LIMIT;
      default -> LIMIT;
    };
  }

  private int readFromClient(byte[] buffer, int offset, int length) {
    try {
      return in.read(buffer, offset, length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ServiceError tooLarge(long bound) {
    return ServiceError.user(
        413,
        "RequestEntityTooLargeException",
        "Request must be smaller than %d bytes for the %s operation".formatted(bound, operation));
  }
}
