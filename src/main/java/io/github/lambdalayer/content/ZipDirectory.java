package io.github.lambdalayer.content;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.Arrays;

/**
 * The directory of a plain zip, at its end. Zips with anything unusual (Zip64, encryption, several disks)
 * are not plain.
 *
 * @see <a href="https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT">APPNOTE 4.3</a>
 */
final class ZipDirectory {

  private static final int END = 0x06054B50;
  private static final int END_SIZE = 22;
  private static final int ENTRY = 0x02014B50;
  private static final int ENTRY_SIZE = 46;
  private static final int ZIP64_LOCATOR = 0x07064B50;
  private static final int ZIP64_LOCATOR_SIZE = 20;
  private static final int ENCRYPTED = 1 | 1 << 6 | 1 << 13;
  private static final long ZIP64 = 0xFFFFFFFFL;
  private static final int LARGEST = 1 << 28;

  private final ByteBuffer end;
  private final ByteBuffer records;
  private final int[] places;
  private final long base;
  private final long offset;

  /** Thrown inside: the zip is not plain. */
  static final class Unusual extends Exception {

    private static final long serialVersionUID = 1;

    Unusual(String message) {
      super(message, null, false, false);
    }
  }

  private ZipDirectory(ByteBuffer end, ByteBuffer records, int[] places, long base, long offset) {
    this.end = end;
    this.records = records;
    this.places = places;
    this.base = base;
    this.offset = offset;
  }

  /**
   * Reads the directory of a zip.
   *
   * @throws Unusual if the zip is not plain
   * @throws EOFException if it became shorter meanwhile
   */
  static ZipDirectory read(FileChannel zip) throws IOException, Unusual {
    long endAt = end(zip);
    ByteBuffer end = bytes(zip, endAt, Math.toIntExact(zip.size() - endAt));
    require(end.getInt(4) == 0, "several disks");
    int count = Short.toUnsignedInt(end.getShort(10));
    require(count == Short.toUnsignedInt(end.getShort(8)), "several disks");
    long length = Integer.toUnsignedLong(end.getInt(12));
    long offset = Integer.toUnsignedLong(end.getInt(16));
    require(count < 0xFFFF && length < ZIP64 && offset < ZIP64, "Zip64");
    long directory = endAt - length;
    require(directory >= offset && length <= LARGEST, "directory");
    refuseZip64(zip, endAt);
    ByteBuffer records = bytes(zip, directory, (int) length);
    return new ZipDirectory(end, records, places(records, count), directory - offset, directory);
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

  private static int[] places(ByteBuffer records, int count) throws Unusual {
    var places = new int[count + 1];
    int found = 0;
    int at = 0;
    while (at < records.limit()) {
      require(found < count && records.limit() - at >= ENTRY_SIZE, "directory");
      require(records.getInt(at) == ENTRY, "directory");
      require((records.getShort(at + 8) & ENCRYPTED) == 0, "encrypted");
      require(records.getShort(at + 34) == 0, "several disks");
      require(
          records.getInt(at + 20) != -1
              && records.getInt(at + 24) != -1
              && records.getInt(at + 42) != -1,
          "Zip64");
      places[found++] = at;
      at += ENTRY_SIZE;
      for (int variable = 28; variable <= 32; variable += 2) {
        at += Short.toUnsignedInt(records.getShort(places[found - 1] + variable));
      }
      require(at <= records.limit(), "directory");
    }
    require(found == count, "count");
    places[count] = at;
    return places;
  }

  /** The number of its entries. */
  int count() {
    return places.length - 1;
  }

  /** What all offsets count from: a program may stand before the zip. */
  long base() {
    return base;
  }

  /** Where it stands in the file. */
  long offset() {
    return offset;
  }

  /** The record at the end, with its comment. */
  ByteBuffer end() {
    return end;
  }

  /** The record of an entry, as it stands. */
  ByteBuffer record(int entry) {
    int at = places[entry];
    return records.slice(at, places[entry + 1] - at).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** The name of an entry. */
  String name(int entry) {
    return name(record(entry));
  }

  /** The name in a record; {@code java.util.zip} reads it as UTF-8 too. */
  static String name(ByteBuffer record) {
    var name = new byte[Short.toUnsignedInt(record.getShort(28))];
    record.get(ENTRY_SIZE, name);
    return new String(name, UTF_8);
  }

  /** The length of an entry's name in bytes. */
  int nameLength(int entry) {
    return Short.toUnsignedInt(records.getShort(places[entry] + 28));
  }

  /** The method of an entry's compression, as in {@link java.util.zip.ZipEntry}. */
  int method(int entry) {
    return Short.toUnsignedInt(records.getShort(places[entry] + 10));
  }

  /** The CRC-32 of an entry. */
  long crc(int entry) {
    return Integer.toUnsignedLong(records.getInt(places[entry] + 16));
  }

  /** The bytes that an entry takes in the zip. */
  long compressedSize(int entry) {
    return Integer.toUnsignedLong(records.getInt(places[entry] + 20));
  }

  /** The length of an entry. */
  long size(int entry) {
    return Integer.toUnsignedLong(records.getInt(places[entry] + 24));
  }

  /** Where the header of an entry stands in the file. */
  long headerOffset(int entry) {
    return base + Integer.toUnsignedLong(records.getInt(places[entry] + 42));
  }

  static void require(boolean holds, String what) throws Unusual {
    if (!holds) {
      throw new Unusual(what);
    }
  }

  static ByteBuffer bytes(FileChannel zip, long from, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    while (buffer.hasRemaining()) {
      if (zip.read(buffer, from + buffer.position()) < 0) {
        throw new EOFException();
      }
    }
    return buffer.flip();
  }

  /** The entries in the order of their headers. */
  int[] byPlace() {
    long[] order = new long[count()];
    for (int i = 0; i < order.length; i++) {
      order[i] = Integer.toUnsignedLong(records.getInt(places[i] + 42)) << 16 | i;
    }
    Arrays.sort(order);
    return Arrays.stream(order).mapToInt(one -> (int) (one & 0xFFFF)).toArray();
  }
}
