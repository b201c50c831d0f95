package io.github.lambdalayer.content;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * Where each entry of a plain zip stands: header, data and what belongs to them, up to the next one.
 * Zips with anything unusual (Zip64, encryption, several disks, overlaps, two entries of one name) are
 * none of those.
 *
 * @param base what all offsets count from; a program may stand before the zip
 * @param regions the entries, in the order of their places
 * @param directoryEntries their records in the directory, in its order
 * @param directory the offset of the directory in the file
 * @param end the record at the end, with its comment
 * @see <a href="https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT">APPNOTE 4.3</a>
 */
record ZipRegions(
    long base,
    List<Region> regions,
    List<ByteBuffer> directoryEntries,
    long directory,
    ByteBuffer end) {

  private static final int END = 0x06054B50;
  private static final int END_SIZE = 22;
  private static final int DIRECTORY_ENTRY = 0x02014B50;
  private static final int DIRECTORY_ENTRY_SIZE = 46;
  private static final int LOCAL = 0x04034B50;
  private static final int LOCAL_SIZE = 30;
  private static final int ZIP64_LOCATOR = 0x07064B50;
  private static final int ZIP64_LOCATOR_SIZE = 20;

  /** With signature, checksum and both sizes. */
  private static final int LARGEST_DATA_DESCRIPTOR = 16;

  private static final int ENCRYPTED = 1 | 1 << 6 | 1 << 13;
  private static final long ZIP64 = 0xFFFFFFFFL;
  private static final int LARGEST_DIRECTORY = 1 << 28;

  /**
   * An entry.
   *
   * @param name its name
   * @param from where it begins in the file
   * @param to where the next one begins, or the directory
   * @param size the length of its data
   * @param directoryEntry its record in the directory
   */
  record Region(String name, long from, long to, long size, ByteBuffer directoryEntry) {

    private Region upTo(long next) {
      return new Region(name, from, next, size, directoryEntry);
    }
  }

  /** Thrown inside: the zip is not plain. */
  private static final class Unusual extends Exception {

    Unusual(String message) {
      super(message, null, false, false);
    }
  }

  /** The regions of a zip; nothing where it is not plain. */
  static Optional<ZipRegions> of(FileChannel zip) throws IOException {
    try {
      return Optional.of(read(zip));
    } catch (Unusual | EOFException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static ZipRegions read(FileChannel zip) throws IOException, Unusual {
    long endAt = end(zip);
    ByteBuffer end = bytes(zip, endAt, Math.toIntExact(zip.size() - endAt));
    require(end.getInt(4) == 0, "several disks");
    int count = Short.toUnsignedInt(end.getShort(10));
    require(count == Short.toUnsignedInt(end.getShort(8)), "several disks");
    long length = Integer.toUnsignedLong(end.getInt(12));
    long offset = Integer.toUnsignedLong(end.getInt(16));
    require(count < 0xFFFF && length < ZIP64 && offset < ZIP64, "Zip64");
    long directory = endAt - length;
    long base = directory - offset;
    require(base >= 0 && length <= LARGEST_DIRECTORY, "directory");
    refuseZip64(zip, endAt);
    List<Region> regions = regions(bytes(zip, directory, (int) length), count, base);
    List<ByteBuffer> records = regions.stream().map(Region::directoryEntry).toList();
    return new ZipRegions(base, bounded(zip, regions, directory), records, directory, end);
  }

  private static void refuseZip64(FileChannel zip, long endAt) throws IOException, Unusual {
    if (endAt >= ZIP64_LOCATOR_SIZE) {
      int before = bytes(zip, endAt - ZIP64_LOCATOR_SIZE, ZIP64_LOCATOR_SIZE).getInt(0);
      require(before != ZIP64_LOCATOR, "Zip64");
    }
  }

  /** The record at the end is the last whose comment reaches to the end of the file. */
  private static long end(FileChannel zip) throws IOException, Unusual {
    int length = (int) Math.min(zip.size(), END_SIZE + 0xFFFF);
    ByteBuffer tail = bytes(zip, zip.size() - length, length);
    for (int at = length - END_SIZE; at >= 0; at--) {
      if (tail.getInt(at) == END
          && Short.toUnsignedInt(tail.getShort(at + 20)) == length - at - END_SIZE) {
        return zip.size() - length + at;
      }
    }
    throw new Unusual("no end");
  }

  private static List<Region> regions(ByteBuffer directory, int count, long base) throws Unusual {
    var regions = new ArrayList<Region>();
    var names = new HashSet<String>();
    int at = 0;
    while (at < directory.limit()) {
      require(directory.limit() - at >= DIRECTORY_ENTRY_SIZE, "directory");
      require(directory.getInt(at) == DIRECTORY_ENTRY, "directory");
      int nameLength = Short.toUnsignedInt(directory.getShort(at + 28));
      int length =
          DIRECTORY_ENTRY_SIZE
              + nameLength
              + Short.toUnsignedInt(directory.getShort(at + 30))
              + Short.toUnsignedInt(directory.getShort(at + 32));
      require(directory.limit() - at >= length, "directory");
      Region region = region(directory.slice(at, length), base);
      require(names.add(region.name()), "name");
      regions.add(region);
      at += length;
    }
    require(regions.size() == count, "count");
    return regions;
  }

  private static Region region(ByteBuffer slice, long base) throws Unusual {
    ByteBuffer entry = slice.order(ByteOrder.LITTLE_ENDIAN);
    long compressed = Integer.toUnsignedLong(entry.getInt(20));
    long offset = Integer.toUnsignedLong(entry.getInt(42));
    require((entry.getShort(8) & ENCRYPTED) == 0, "encrypted");
    require(entry.getShort(34) == 0, "several disks");
    require(compressed != ZIP64 && entry.getInt(24) != -1 && offset != ZIP64, "Zip64");
    return new Region(name(entry), base + offset, 0, compressed, entry);
  }

  /** The name in a record of the directory; {@code java.util.zip} reads it as UTF-8 too. */
  static String name(ByteBuffer directoryEntry) {
    var name = new byte[Short.toUnsignedInt(directoryEntry.getShort(28))];
    directoryEntry.get(DIRECTORY_ENTRY_SIZE, name);
    return new String(name, UTF_8);
  }

  /** Each region ends where the next begins, and nothing but its own bytes stands in it. */
  private static List<Region> bounded(FileChannel zip, List<Region> regions, long directory)
      throws IOException, Unusual {
    List<Region> byPlace = regions.stream().sorted(Comparator.comparingLong(Region::from)).toList();
    var bounded = new ArrayList<Region>();
    for (int i = 0; i < byPlace.size(); i++) {
      long next = i + 1 < byPlace.size() ? byPlace.get(i + 1).from() : directory;
      Region region = byPlace.get(i).upTo(next);
      ByteBuffer local = bytes(zip, region.from(), LOCAL_SIZE);
      require(local.getInt(0) == LOCAL, "header");
      long own =
          LOCAL_SIZE
              + Short.toUnsignedInt(local.getShort(26))
              + Short.toUnsignedInt(local.getShort(28))
              + region.size();
      long rest = region.to() - region.from() - own;
      require(rest >= 0 && rest <= LARGEST_DATA_DESCRIPTOR, "gap");
      bounded.add(region);
    }
    return bounded;
  }

  private static void require(boolean holds, String what) throws Unusual {
    if (!holds) {
      throw new Unusual(what);
    }
  }

  private static ByteBuffer bytes(FileChannel zip, long from, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    while (buffer.hasRemaining()) {
      if (zip.read(buffer, from + buffer.position()) < 0) {
        throw new EOFException();
      }
    }
    return buffer.flip();
  }
}
