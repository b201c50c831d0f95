package io.github.lambdalayer.content;

import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipEntry;

/**
 * The first bytes of the classes of a JAR, which tell the Java release that they need. A JAR is read from
 * its beginning to its end for its digest anyway, and while it passes by its classes are inflated just so
 * far: to open each of fifty thousand takes longer than all else that is done with a layer.
 */
final class ClassHeads implements FileScan.Sink {

  /** Magic number and version. */
  static final int LENGTH = 8;

  private static final int LOCAL = 0x04034B50;
  private static final int LOCAL_SIZE = 30;

  /** The header of a block's codes has at most 553 bytes; the first eight bytes need no more than these. */
  private static final int ENOUGH = 640;

  /** A header's own extra field, of which the directory does not tell, is hardly ever longer. */
  private static final int USUAL_EXTRA = 64;

  private final ZipDirectory directory;
  private final int[] order;
  private final byte[][] heads;
  private final Inflater inflater = new Inflater(true);
  private int next;

  private ClassHeads(ZipDirectory directory, int[] order) {
    this.directory = directory;
    this.order = order;
    this.heads = new byte[directory.count()][];
  }

  /**
   * Reads them, and the digest of the JAR.
   *
   * @param entries all entries as {@link java.util.zip.ZipFile} tells of them, in its order
   * @param digests takes the digest
   * @return the first {@value #LENGTH} bytes of classes, by the place of their entries; none, or an array
   *     that is too short, where they have to be asked for one by one
   */
  static byte[][] read(Path jar, List<ZipEntry> entries, Digests digests) throws IOException {
    try (FileChannel channel = FileChannel.open(jar, StandardOpenOption.READ)) {
      ZipDirectory directory = ZipDirectory.read(channel);
      if (!isOf(directory, entries)) {
        return new byte[0][];
      }
      int[] classes =
          Arrays.stream(directory.byPlace())
              .filter(i -> entries.get(i).getName().endsWith(".class"))
              .toArray();
      var heads = new ClassHeads(directory, classes);
      try {
        digests.readWith(jar, heads);
      } finally {
        heads.inflater.end();
      }
      return heads.heads;
    } catch (ZipDirectory.Unusual | EOFException | IllegalArgumentException e) {
      return new byte[0][];
    }
  }

  /** Entries of the same length and checksum are the same bytes, whichever name they have. */
  private static boolean isOf(ZipDirectory directory, List<ZipEntry> entries) {
    if (directory.count() != entries.size()) {
      return false;
    }
    for (int i = 0; i < directory.count(); i++) {
      ZipEntry entry = entries.get(i);
      if (entry.getCrc() != directory.crc(i)
          || entry.getSize() != directory.size(i)
          || entry.getCompressedSize() != directory.compressedSize(i)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public long see(byte[] buffer, long offset, int length, int fresh) {
    long end = offset + length;
    for (; next < order.length; next++) {
      int entry = order[next];
      long header = directory.headerOffset(entry);
      boolean isCutOff = header >= offset && header + wanted(entry) > end;
      if (isCutOff && end - header < FileScan.LOOKBACK) {
        return header;
      }
      if (header >= offset && header + LOCAL_SIZE <= end) {
        look(buffer, length, (int) (header - offset), entry);
      }
    }
    return end;
  }

  private long wanted(int entry) {
    return LOCAL_SIZE
        + directory.nameLength(entry)
        + USUAL_EXTRA
        + Math.min(ENOUGH, directory.compressedSize(entry));
  }

  private void look(byte[] bytes, int length, int header, int entry) {
    if (u16(bytes, header) != (LOCAL & 0xFFFF) || u16(bytes, header + 2) != LOCAL >>> 16) {
      return;
    }
    int data = header + LOCAL_SIZE + u16(bytes, header + 26) + u16(bytes, header + 28);
    int available = (int) Math.min(length - data, directory.compressedSize(entry));
    if (available < Math.min(LENGTH, directory.compressedSize(entry))) {
      return;
    }
    if (directory.method(entry) == ZipEntry.STORED) {
      heads[entry] = Arrays.copyOfRange(bytes, data, data + Math.min(LENGTH, available));
    } else if (directory.method(entry) == ZipEntry.DEFLATED) {
      inflate(bytes, data, available, entry);
    }
  }

  private static int u16(byte[] bytes, int at) {
    return (bytes[at] & 0xFF) | (bytes[at + 1] & 0xFF) << 8;
  }

  /** What cannot be inflated here is asked for once more, and then told as what it is. */
  private void inflate(byte[] bytes, int from, int length, int entry) {
    byte[] head = new byte[LENGTH];
    inflater.reset();
    inflater.setInput(bytes, from, length);
    try {
      if (inflater.inflate(head) == LENGTH) {
        heads[entry] = head;
      }
    } catch (DataFormatException e) {
      // Whoever opens the entry is told.
    }
  }
}
