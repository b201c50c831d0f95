package io.github.lambdalayer.content;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** One reading of a file from its beginning to its end, for all who want to know of its bytes. */
final class FileScan {

  private static final int BUFFER = 1 << 18;

  /** The most that somebody can want to see again: a header of a zip and what stands behind it. */
  static final int LOOKBACK = 1 << 16;

  /** Somebody who wants to know of the bytes. */
  interface Sink {

    /**
     * Is shown the next bytes.
     *
     * @param offset the place in the file of the buffer's first byte
     * @param length the bytes in the buffer
     * @param fresh how many of them, at the end, were not shown before
     * @return the place in the file from which on bytes are to be shown again with the next ones
     */
    long see(byte[] buffer, long offset, int length, int fresh);
  }

  private FileScan() {}

  /** Reads a file. */
  static void read(Path file, Sink... sinks) throws IOException {
    byte[] buffer = new byte[(int) Math.min(BUFFER, Files.size(file) + 1)];
    long offset = 0;
    int kept = 0;
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(buffer); read >= 0; ) {
        int length = kept + read;
        long wanted = offset + length;
        for (Sink sink : sinks) {
          wanted = Math.min(wanted, sink.see(buffer, offset, length, read));
        }
        kept = (int) Math.min(LOOKBACK, offset + length - wanted);
        System.arraycopy(buffer, length - kept, buffer, 0, kept);
        offset += length - kept;
        if (kept == buffer.length) {
          kept = 0;
          offset += buffer.length;
        }
        read = in.read(buffer, kept, buffer.length - kept);
      }
    }
  }
}
