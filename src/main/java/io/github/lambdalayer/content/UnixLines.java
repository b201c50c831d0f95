package io.github.lambdalayer.content;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Scripts whose lines end in CRLF, as they do in a checkout on Windows: Linux takes the CR for a part of
 * the interpreter's name. A CR elsewhere stays; and so does all of a file with a zero byte, for behind
 * its script there is something else (a zip, say, in Python's and other self-extracting programs).
 */
final class UnixLines {

  private static final int BUFFER = 1 << 16;

  private UnixLines() {}

  /** Whether the first line of a beginning ends in CRLF. */
  static boolean isCrlf(byte[] head) {
    int end = 0;
    while (end < head.length && head[end] != '\n') {
      end++;
    }
    return end > 0 && end < head.length && head[end - 1] == '\r';
  }

  /** Whether a script needs other line ends to be started, and is nothing but text. */
  static boolean isNeededBy(LayerEntry.Source script) throws IOException {
    try (InputStream in = new BufferedInputStream(script.open(), BUFFER)) {
      int last = -1;
      int read = in.read();
      while (read > 0 && read != '\n') {
        last = read;
        read = in.read();
      }
      boolean isNeeded = read == '\n' && last == '\r';
      while (isNeeded && read > 0) {
        read = in.read();
      }
      return isNeeded && read < 0;
    }
  }

  /** Writes a script without each CR that an LF follows. */
  static void write(LayerEntry.Source script, Path target) throws IOException {
    try (InputStream in = new BufferedInputStream(script.open(), BUFFER);
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(target), BUFFER)) {
      int last = in.read();
      while (last >= 0) {
        int read = in.read();
        if (last != '\r' || read != '\n') {
          out.write(last);
        }
        last = read;
      }
    }
  }
}
