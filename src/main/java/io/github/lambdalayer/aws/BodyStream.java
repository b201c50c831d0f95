package io.github.lambdalayer.aws;

import io.github.lambdalayer.layer.PublishBody;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;

/**
 * The body of a request with a zip in it, which is encoded block by block while it is read: for whole
 * blocks the JDK's encoder uses the processor's own instructions.
 */
final class BodyStream extends InputStream {

  /**
   * Three bytes become four characters, so only the last block may have another length. Thirty regions
   * have one each, so they are small.
   */
  private static final int BLOCK = 3 << 10;

  private final InputStream zip;
  private final byte[] suffix;
  private final byte[] read = new byte[BLOCK];
  private final byte[] text = new byte[BLOCK / 3 * 4];
  private byte[] current;
  private int next;
  private int end;

  BodyStream(PublishBody body, Path zip) throws IOException {
    // A channel would keep buffers for each thread beside.
    this.zip = new FileInputStream(zip.toFile());
    this.suffix = body.suffix();
    this.current = body.prefix();
    this.end = current.length;
  }

  /** Whether there is something to read. */
  private boolean fill() throws IOException {
    while (next == end && current != suffix) {
      int length = zip.readNBytes(read, 0, BLOCK);
      next = 0;
      if (length == 0) {
        current = suffix;
        end = suffix.length;
      } else {
        current = text;
        end = encoded(length);
      }
    }
    return next < end;
  }

  private int encoded(int length) {
    byte[] block = length == BLOCK ? read : Arrays.copyOf(read, length);
    return Base64.getEncoder().encode(block, text);
  }

  @Override
  public int read() throws IOException {
    return fill() ? current[next++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, buffer.length);
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int count = Math.min(length, end - next);
    System.arraycopy(current, next, buffer, offset, count);
    next += count;
    return count;
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
