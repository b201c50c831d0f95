package io.github.lambdalayer.endpoint;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Copies without holding a body in memory. */
final class Streams {
  private Streams() {}

  static void copy(InputStream in, OutputStream out, long length) throws IOException {
    byte[] buffer = new byte[1 << 16];
    for (long left = length; left > 0; ) {
      int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
      if (read < 0) {
        throw new IOException("A stored file is shorter than it was");
      }
      out.write(buffer, 0, read);
      left -= read;
    }
  }
}
