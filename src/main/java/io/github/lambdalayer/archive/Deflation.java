package io.github.lambdalayer.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Deflates entries into a zip, one after the other. */
final class Deflation implements AutoCloseable {

  private static final int BUFFER = 1 << 16;

  private final Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
  private final byte[] in = new byte[BUFFER];
  private final byte[] out = new byte[BUFFER];
  private long size;
  private long crc;

  /**
   * Deflates a file.
   *
   * @param most when it has become so many bytes, it is given up
   * @return the bytes that were written
   */
  long write(InputStream source, FileChannel target, long most) throws IOException {
    var checksum = new CRC32();
    deflater.reset();
    size = 0;
    long written = 0;
    while (!deflater.finished() && written < most) {
      if (deflater.needsInput()) {
        int read = source.read(in);
        if (read < 0) {
          deflater.finish();
        } else {
          checksum.update(in, 0, read);
          size += read;
          deflater.setInput(in, 0, read);
        }
      }
      int length = deflater.deflate(out);
      for (ByteBuffer bytes = ByteBuffer.wrap(out, 0, length); bytes.hasRemaining(); ) {
        written += target.write(bytes);
      }
    }
    crc = checksum.getValue();
    return written;
  }

  /** The length of what was deflated last, unless it was given up. */
  long size() {
    return size;
  }

  /** Its CRC-32. */
  long crc() {
    return crc;
  }

  @Override
  public void close() {
    deflater.end();
  }
}
