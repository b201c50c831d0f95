package io.github.lambdalayer.content;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A file whose lines end in LF though they end in CRLF on disk, as they do in a checkout on Windows:
 * Linux takes the CR for a part of the interpreter's name. A CR elsewhere stays.
 *
 * @param original the file as it stands
 */
record UnixLines(LayerEntry.Source original) implements LayerEntry.Source {

  private static final int BUFFER = 1 << 16;

  /** How many line ends are CRLF: so many bytes fewer has the file. */
  static long countIn(LayerEntry.Source source) throws IOException {
    long count = 0;
    try (var in = new BufferedInputStream(source.open(), BUFFER)) {
      int last = -1;
      for (int read = in.read(); read >= 0; read = in.read()) {
        if (last == '\r' && read == '\n') {
          count++;
        }
        last = read;
      }
    }
    return count;
  }

  @Override
  public InputStream open() throws IOException {
    return new Lines(new BufferedInputStream(original.open(), BUFFER));
  }

  /** Drops each CR that an LF follows. */
  private static final class Lines extends FilterInputStream {

    private static final int NONE = -2;

    private int ahead = NONE;

    Lines(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int read = next();
      if (read == '\r') {
        ahead = super.read();
        return ahead == '\n' ? next() : read;
      }
      return read;
    }

    private int next() throws IOException {
      int next = ahead == NONE ? super.read() : ahead;
      ahead = NONE;
      return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int count = 0;
      while (count < length) {
        int read = read();
        if (read < 0) {
          break;
        }
        buffer[offset + count++] = (byte) read;
      }
      return count == 0 && length > 0 ? -1 : count;
    }

    @Override
    public long skip(long count) throws IOException {
      long skipped = 0;
      while (skipped < count && read() >= 0) {
        skipped++;
      }
      return skipped;
    }

    @Override
    public int available() {
      return 0;
    }

    @Override
    public boolean markSupported() {
      return false;
    }
  }
}
