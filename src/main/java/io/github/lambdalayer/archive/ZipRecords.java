package io.github.lambdalayer.archive;

import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.Limits;
import io.github.lambdalayer.layer.Messages;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;

/**
 * The records of a zip, as every tool reads them: no extra fields, no comments, no data descriptors, all
 * names in UTF-8, made on Unix.
 *
 * @see <a href="https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT">APPNOTE 4.3</a>
 */
final class ZipRecords {

  private static final int LOCAL_SIZE = 30;
  private static final int LOCAL = 0x04034B50;
  private static final int DIRECTORY_ENTRY = 0x02014B50;
  private static final int DIRECTORY_ENTRY_SIZE = 46;
  private static final int END = 0x06054B50;
  private static final int END_SIZE = 22;
  private static final int ZIP64_END = 0x06064B50;
  private static final int ZIP64_END_SIZE = 56;
  private static final int ZIP64_LOCATOR = 0x07064B50;
  private static final int ZIP64_LOCATOR_SIZE = 20;

  private static final short UTF_8_NAMES = 1 << 11;
  private static final int VERSION_STORED = 10;
  private static final int VERSION_DEFLATED = 20;
  private static final int VERSION_ZIP64 = 45;
  private static final int MADE_ON_UNIX = 3 << 8;
  private static final int MADE_BY = 20;
  private static final int FOLDER_OF_DOS = 0x10;

  private static final int MOST_ENTRIES = 0xFFFF;
  private static final long MOST_BYTES = 0xFFFFFFFFL;

  /**
   * An entry.
   *
   * @param path its name
   * @param mode its mode of Unix, with the bits of its kind
   * @param method {@link ZipEntry#STORED} or {@link ZipEntry#DEFLATED}
   * @param crc the CRC-32 of its bytes
   * @param compressed the bytes that it takes in the zip
   * @param size its length in bytes
   * @param offset where its local header stands
   */
  record Entry(
      String path, int mode, int method, long crc, long compressed, long size, long offset) {

    private byte[] name() {
      return path.getBytes(StandardCharsets.UTF_8);
    }

    private boolean isFolder() {
      return path.endsWith("/");
    }

    private int version() {
      return method == ZipEntry.STORED ? VERSION_STORED : VERSION_DEFLATED;
    }
  }

  private final int time;

  /**
   * Refuses a zip that would need other records.
   *
   * @param length its length in bytes, if nothing is deflated
   */
  static void refuseTooLarge(long length) {
    if (length >= MOST_BYTES) {
      throw new InvalidInputException(
          Messages.format(
              "The layer has %,d bytes, and Lambda takes %,d. Leave something out with <excludes>.",
              length, Limits.UNZIPPED_BYTES));
    }
  }

  /**
   * The records of one zip.
   *
   * @param time the time of all entries, in the format of DOS
   */
  ZipRecords(int time) {
    this.time = time;
  }

  /** The length of what stands before the bytes of an entry. */
  static int localLength(String path) {
    return LOCAL_SIZE + path.getBytes(StandardCharsets.UTF_8).length;
  }

  /** The length of all that a zip has of an entry beside its bytes. */
  static long length(String path) {
    return 2L * localLength(path) + DIRECTORY_ENTRY_SIZE - LOCAL_SIZE;
  }

  /** The length of what stands behind the directory. */
  static int endLength(int entries) {
    return END_SIZE + (isZip64(entries) ? ZIP64_END_SIZE + ZIP64_LOCATOR_SIZE : 0);
  }

  /** What stands before the bytes of an entry. */
  ByteBuffer local(Entry entry) {
    byte[] name = entry.name();
    return common(record(LOCAL_SIZE + name.length).putInt(LOCAL), entry, name.length)
        .put(name)
        .flip();
  }

  private ByteBuffer common(ByteBuffer record, Entry entry, int nameLength) {
    return record
        .putShort((short) entry.version())
        .putShort(UTF_8_NAMES)
        .putShort((short) entry.method())
        .putInt(time)
        .putInt((int) entry.crc())
        .putInt((int) entry.compressed())
        .putInt((int) entry.size())
        .putShort((short) nameLength)
        .putShort((short) 0);
  }

  /** The length of an entry's record in the directory. */
  static int directoryLength(Entry entry) {
    return DIRECTORY_ENTRY_SIZE + entry.name().length;
  }

  /** Writes what stands in the directory of an entry. */
  void directory(ByteBuffer target, Entry entry) {
    byte[] name = entry.name();
    target
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(DIRECTORY_ENTRY)
        .putShort((short) (MADE_ON_UNIX | MADE_BY));
    common(target, entry, name.length)
        .putShort((short) 0)
        .putShort((short) 0)
        .putShort((short) 0)
        .putInt(entry.mode() << 16 | (entry.isFolder() ? FOLDER_OF_DOS : 0))
        .putInt((int) entry.offset())
        .put(name);
  }

  /** Whether a zip of so many entries needs the records of Zip64 at its end. */
  static boolean isZip64(int entries) {
    return entries >= MOST_ENTRIES;
  }

  /** What stands behind the directory, which begins within 4 GiB. */
  static ByteBuffer end(int entries, long directory, long length) {
    ByteBuffer end = record(ZIP64_END_SIZE + ZIP64_LOCATOR_SIZE + END_SIZE);
    if (isZip64(entries)) {
      end.putInt(ZIP64_END)
          .putLong(ZIP64_END_SIZE - 12)
          .putShort((short) VERSION_ZIP64)
          .putShort((short) VERSION_ZIP64)
          .putInt(0)
          .putInt(0)
          .putLong(entries)
          .putLong(entries)
          .putLong(length)
          .putLong(directory);
      end.putInt(ZIP64_LOCATOR).putInt(0).putLong(directory + length).putInt(1);
    }
    short count = (short) Math.min(entries, MOST_ENTRIES);
    return end.putInt(END)
        .putInt(0)
        .putShort(count)
        .putShort(count)
        .putInt((int) length)
        .putInt((int) directory)
        .putShort((short) 0)
        .flip();
  }

  private static ByteBuffer record(int length) {
    return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
  }
}
