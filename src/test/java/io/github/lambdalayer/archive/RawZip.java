package io.github.lambdalayer.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The headers of a zip as they stand in the file: readers add to what they show of them. */
final class RawZip {

  private static final int END_BYTES = 22;
  private static final int ENTRY_BYTES = 46;

  /** The lengths of all that is optional in an entry's two headers. */
  record Optional(int localExtra, int centralExtra, int comment) {

    static final Optional NONE = new Optional(0, 0, 0);
  }

  private RawZip() {}

  /** What each entry has; the zip itself has no comment. */
  static List<Optional> optionals(Path file) throws IOException {
    ByteBuffer zip = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    int end = zip.capacity() - END_BYTES;
    int at = zip.getInt(end + 16);
    var optionals = new ArrayList<Optional>();
    while (at < end) {
      int extra = zip.getShort(at + 30);
      int comment = zip.getShort(at + 32);
      optionals.add(new Optional(zip.getShort(zip.getInt(at + 42) + 28), extra, comment));
      at += ENTRY_BYTES + zip.getShort(at + 28) + extra + comment;
    }
    return optionals;
  }
}
