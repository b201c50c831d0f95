package io.github.lambdalayer.content;

import static io.github.lambdalayer.content.ZipDirectory.require;

import io.github.lambdalayer.content.ZipDirectory.Unusual;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipEntry;

/**
 * Writes deflated entries of a zip as stored ones. Nothing in their records changes but what tells of the
 * data, so that the bytes are the same with every JDK.
 *
 * @see <a href="https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT">APPNOTE 4.3</a>
 */
final class StoredEntry {

  private static final int BUFFER = 1 << 16;
  private static final int LOCAL_SIZE = 30;

  /** In the flags: checksum and sizes stand behind the data. */
  private static final int DATA_DESCRIPTOR = 1 << 3;

  private StoredEntry() {}

  /** Whether an entry is deflated, by its record in the directory. */
  static boolean isNeededFor(ByteBuffer record) {
    return Short.toUnsignedInt(record.getShort(10)) == ZipEntry.DEFLATED;
  }

  /** The length of an entry's data, by its record in the directory. */
  static long size(ByteBuffer record) {
    return Integer.toUnsignedLong(record.getInt(24));
  }

  /** Tells a record of the directory, a copy, that the data is stored. */
  static void patch(ByteBuffer record) {
    record.putShort(8, (short) (record.getShort(8) & ~DATA_DESCRIPTOR));
    record.putShort(10, (short) ZipEntry.STORED);
    record.putInt(20, record.getInt(24));
  }

  /**
   * Writes header and data.
   *
   * @param from where the header begins
   * @param record the entry's record in the directory, as it was
   * @throws Unusual if the data is not what the record tells
   */
  static void write(FileChannel in, long from, ByteBuffer record, FileChannel out)
      throws IOException, Unusual {
    ByteBuffer local = ZipDirectory.bytes(in, from, LOCAL_SIZE);
    int names = Short.toUnsignedInt(local.getShort(26)) + Short.toUnsignedInt(local.getShort(28));
    ByteBuffer header = ZipDirectory.bytes(in, from, LOCAL_SIZE + names);
    header.putShort(6, (short) (header.getShort(6) & ~DATA_DESCRIPTOR));
    header.putShort(8, (short) ZipEntry.STORED);
    header.putInt(14, record.getInt(16));
    header.putInt(18, record.getInt(24));
    header.putInt(22, record.getInt(24));
    write(out, header);
    inflate(in, from + LOCAL_SIZE + names, record, out);
  }

  private static void inflate(FileChannel in, long from, ByteBuffer record, FileChannel out)
      throws IOException, Unusual {
    long size = size(record);
    var crc = new CRC32();
    var inflater = new Inflater(true);
    try {
      long end = from + Integer.toUnsignedLong(record.getInt(20));
      ByteBuffer inflated = ByteBuffer.allocate(BUFFER);
      for (long at = from; !inflater.finished(); ) {
        require(inflater.inflate(inflated.clear()) > 0 || inflater.needsInput(), "data");
        require(inflater.getBytesWritten() <= size, "size");
        crc.update(inflated.flip());
        write(out, inflated.rewind());
        if (inflater.needsInput() && !inflater.finished()) {
          int length = (int) Math.min(BUFFER, end - at);
          require(length > 0, "data");
          inflater.setInput(ZipDirectory.bytes(in, at, length));
          at += length;
        }
      }
      require(inflater.getBytesWritten() == size, "size");
      require(crc.getValue() == Integer.toUnsignedLong(record.getInt(16)), "checksum");
    } catch (DataFormatException e) {
      throw new Unusual("data");
    } finally {
      inflater.end();
    }
  }

  static void write(FileChannel out, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      out.write(bytes);
    }
  }

  /** A copy that can be changed. */
  static ByteBuffer copy(ByteBuffer record) {
    var copy = new byte[record.limit()];
    record.get(0, copy);
    return ByteBuffer.wrap(copy).order(ByteOrder.LITTLE_ENDIAN);
  }
}
