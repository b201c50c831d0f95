package io.github.lambdalayer.unpack;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarUtils;
import org.jspecify.annotations.Nullable;

/**
 * Reads the headers of a tar and the bytes behind them. The library's stream keeps long names and extended
 * headers of any length in memory and turns names that are no UTF-8 into question marks; this one refuses
 * both, and whatever of the format is ambiguous.
 *
 * @see <a href="https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html">pax and ustar</a>
 */
final class TarReader {

  private static final int BLOCK = 512;

  /** A path has some 4 kB at most, and attributes of files a few. */
  private static final long EXTENDED_BYTES = 1 << 16;

  private static final int NAME = 100;
  private static final int MODE = 100;
  private static final int SIZE = 124;
  private static final int TYPE = 156;
  private static final int LINK = 157;
  private static final int MAGIC = 257;
  private static final int PREFIX = 345;
  private static final int PREFIX_BYTES = 155;

  private final InputStream in;
  private boolean isFirst = true;
  private long data;
  private long padding;

  TarReader(InputStream in) {
    this.in = in;
  }

  /**
   * What stands before an entry.
   *
   * @param name its name; what is no UTF-8 is U+FFFD
   * @param type its type flag
   * @param size its length in bytes
   * @param mode its mode
   * @param link where it leads, if it is a link
   */
  record Header(String name, char type, long size, int mode, String link) {}

  /** The next header, or null behind the last; what was not read of the entry before is skipped. */
  @Nullable Header next() throws IOException {
    String name = null;
    String link = null;
    Map<String, String> attributes = Map.of();
    while (true) {
      byte[] block = block();
      if (isZero(block)) {
        refuseMore();
        return null;
      }
      check(block);
      begin(number(block, SIZE, 12));
      switch (block[TYPE]) {
        case 'L' -> name = text(extended());
        case 'K' -> link = text(extended());
        case 'x' -> attributes = PaxRecords.parse(extended());
        case 'g' -> PaxRecords.refuseFileAttributes(PaxRecords.parse(extended()));
        default -> {
          return header(block, name, link, attributes);
        }
      }
    }
  }

  private Header header(
      byte[] block, @Nullable String name, @Nullable String link, Map<String, String> attributes)
      throws IOException {
    String size = attributes.get("size");
    if (size != null) {
      begin(PaxRecords.size(size));
    }
    char type = (char) (block[TYPE] & 0xff);
    boolean isFile = type == '0' || type == '\0' || type == '7';
    if (!isFile && data > 0 && (type == '1' || type == '2' || type == '5')) {
      throw new IOException("a link or folder in it has bytes of its own");
    }
    String path = attributes.getOrDefault("path", name == null ? name(block) : name);
    String target =
        attributes.getOrDefault("linkpath", link == null ? text(block, LINK, NAME) : link);
    int mode = (int) (number(block, MODE, 8) & 07777);
    return new Header(path, type, data, mode, target);
  }

  private static String name(byte[] block) {
    String name = text(block, 0, NAME);
    String magic = new String(block, MAGIC, 6, StandardCharsets.ISO_8859_1);
    // GNU's own format ends in a blank there, and has times where others have the prefix.
    String prefix = magic.equals("ustar\0") ? text(block, PREFIX, PREFIX_BYTES) : "";
    return prefix.isEmpty() ? name : prefix + "/" + name;
  }

  /** The bytes of the current entry. */
  int read(byte[] buffer) throws IOException {
    if (data == 0) {
      return -1;
    }
    int read = in.read(buffer, 0, (int) Math.min(buffer.length, data));
    if (read < 0) {
      throw new EOFException("it ends in the middle");
    }
    data -= read;
    return read;
  }

  private void begin(long size) {
    data = size;
    padding = (BLOCK - size % BLOCK) % BLOCK;
  }

  private byte[] block() throws IOException {
    try {
      in.skipNBytes(data);
      in.skipNBytes(padding);
    } catch (EOFException e) {
      throw new EOFException("it ends in the middle");
    }
    begin(0);
    byte[] block = in.readNBytes(BLOCK);
    if (block.length < BLOCK) {
      throw new EOFException(
          isFirst ? "it is no tar" : "it ends in the middle, without a tar's end mark");
    }
    return block;
  }

  private void check(byte[] block) throws IOException {
    if (!isHeader(block)) {
      throw new IOException(isFirst ? "it is no tar" : "the checksum of a header is wrong");
    }
    isFirst = false;
  }

  /** Whether a block is the header of an entry: its checksum tells. */
  static boolean isHeader(byte[] block) {
    try {
      return block.length == BLOCK && TarUtils.verifyCheckSum(block);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private byte[] extended() throws IOException {
    if (data > EXTENDED_BYTES) {
      throw new IOException("a name or an extended header in it has " + data + " bytes");
    }
    byte[] bytes = in.readNBytes((int) data);
    if (bytes.length < data) {
      throw new EOFException("it ends in the middle");
    }
    data = 0;
    return bytes;
  }

  /** What stands behind the end would be dropped; also reads on to the checksum of what packs the tar. */
  private void refuseMore() throws IOException {
    byte[] buffer = new byte[1 << 13];
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      for (int i = 0; i < read; i++) {
        if (buffer[i] != 0) {
          throw new IOException("there is something behind its end mark");
        }
      }
    }
  }

  private static boolean isZero(byte[] block) {
    for (byte b : block) {
      if (b != 0) {
        return false;
      }
    }
    return true;
  }

  private static long number(byte[] block, int offset, int length) throws IOException {
    try {
      long number = TarUtils.parseOctalOrBinary(block, offset, length);
      if (number >= 0) {
        return number;
      }
    } catch (IllegalArgumentException e) {
      throw new IOException("a number in a header cannot be read", e);
    }
    throw new IOException("a number in a header is negative");
  }

  private static String text(byte[] block, int offset, int length) {
    int end = offset;
    while (end < offset + length && block[end] != 0) {
      end++;
    }
    return new String(block, offset, end - offset, StandardCharsets.UTF_8);
  }

  /** Ends in one NUL; further ones stay and are refused with the name. */
  private static String text(byte[] bytes) {
    int length = bytes.length > 0 && bytes[bytes.length - 1] == 0 ? bytes.length - 1 : bytes.length;
    return new String(bytes, 0, length, StandardCharsets.UTF_8);
  }
}
