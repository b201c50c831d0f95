package io.github.lambdalayer.content;

import io.github.lambdalayer.content.ZipDirectory.Unusual;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
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

  private static final int LOCAL = 0x04034B50;
  private static final int LOCAL_SIZE = 30;

  /** With signature, checksum and both sizes. */
  private static final int LARGEST_DATA_DESCRIPTOR = 16;

  /**
   * An entry.
   *
   * @param name its name
   * @param from where it begins in the file
   * @param to where the next one begins, or the directory
   */
  record Region(String name, long from, long to) {}

  /** The regions of a zip; nothing where it is not plain. */
  static Optional<ZipRegions> of(FileChannel zip) throws IOException {
    try {
      return Optional.of(read(zip));
    } catch (Unusual | EOFException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static ZipRegions read(FileChannel zip) throws IOException, Unusual {
    ZipDirectory directory = ZipDirectory.read(zip);
    var records = new ArrayList<ByteBuffer>();
    var names = new HashSet<String>();
    for (int i = 0; i < directory.count(); i++) {
      ZipDirectory.require(names.add(directory.name(i)), "name");
      records.add(directory.record(i));
    }
    return new ZipRegions(
        directory.base(), bounded(zip, directory), records, directory.offset(), directory.end());
  }

  /** Each region ends where the next begins, and nothing but its own bytes stands in it. */
  private static List<Region> bounded(FileChannel zip, ZipDirectory directory)
      throws IOException, Unusual {
    int[] byPlace = directory.byPlace();
    var bounded = new ArrayList<Region>();
    for (int i = 0; i < byPlace.length; i++) {
      int entry = byPlace[i];
      long from = directory.headerOffset(entry);
      long to =
          i + 1 < byPlace.length ? directory.headerOffset(byPlace[i + 1]) : directory.offset();
      ByteBuffer local = ZipDirectory.bytes(zip, from, LOCAL_SIZE);
      ZipDirectory.require(local.getInt(0) == LOCAL, "header");
      long own =
          LOCAL_SIZE
              + Short.toUnsignedInt(local.getShort(26))
              + Short.toUnsignedInt(local.getShort(28))
              + directory.compressedSize(entry);
      long rest = to - from - own;
      ZipDirectory.require(rest >= 0 && rest <= LARGEST_DATA_DESCRIPTOR, "gap");
      bounded.add(new Region(directory.name(entry), from, to));
    }
    return bounded;
  }
}
