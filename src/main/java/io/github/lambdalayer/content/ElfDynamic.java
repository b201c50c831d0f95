package io.github.lambdalayer.content;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an ELF file of 64 bits tells its dynamic linker: the libraries and the versions of symbols that it
 * needs. Every count and every length is bounded: a file can say anything.
 *
 * @see <a href="https://gabi.xinuos.com/elf/08-dynamic.html">dynamic linking</a>
 */
final class ElfDynamic {

  private static final int SEGMENT = 56;
  private static final int MOST_SEGMENTS = 256;
  private static final int LOADED = 1;
  private static final int DYNAMIC = 2;
  private static final int INTERPRETER = 3;

  private static final int TAG = 16;
  private static final int LONGEST_TABLE = 64 << 10;
  private static final long NEEDED = 1;
  private static final long NAMES = 5;
  private static final long VERSIONS = 0x6FFFFFFEL;

  private static final int MOST_LIBRARIES = 1000;
  private static final int RECORD = 16;

  private final ElfBytes file;
  private final List<Segment> loaded = new ArrayList<>();
  private final List<Long> libraries = new ArrayList<>();
  private String interpreter = "";
  private long names = -1;
  private long versions = -1;

  /** Where the file's bytes from an offset on stand in memory. */
  private record Segment(long offset, long address, long size) {}

  private ElfDynamic(ElfBytes file) {
    this.file = file;
  }

  /**
   * Reads what a file needs.
   *
   * @throws EOFException if it is cut off
   * @throws IndexOutOfBoundsException if it is cut off within a record
   */
  static ElfNeeds read(ElfBytes file) throws IOException {
    var dynamic = new ElfDynamic(file);
    dynamic.readTags(dynamic.readSegments());
    return ElfNeeds.of(
        dynamic.interpreter, dynamic.names(dynamic.libraries), dynamic.names(dynamic.versions()));
  }

  /** The segment of the dynamic linker; none in a program that is linked statically. */
  private Segment readSegments() throws IOException {
    ByteBuffer header = file.at(0, 64);
    int size = Short.toUnsignedInt(header.getShort(54));
    int count = Math.min(MOST_SEGMENTS, Short.toUnsignedInt(header.getShort(56)));
    var dynamic = new Segment(0, 0, 0);
    if (size < SEGMENT || count == 0) {
      return dynamic;
    }
    ByteBuffer table = file.at(header.getLong(32), size * count);
    for (int at = 0; at <= table.limit() - SEGMENT; at += size) {
      var segment =
          new Segment(table.getLong(at + 8), table.getLong(at + 16), table.getLong(at + 32));
      switch (table.getInt(at)) {
        case LOADED -> loaded.add(segment);
        case DYNAMIC -> dynamic = segment;
        case INTERPRETER -> interpreter = file.name(segment.offset());
        default -> {}
      }
    }
    return dynamic;
  }

  private void readTags(Segment segment) throws IOException {
    if (segment.size() <= 0) {
      return;
    }
    ByteBuffer table = file.at(segment.offset(), (int) Math.min(LONGEST_TABLE, segment.size()));
    for (int at = 0; at <= table.limit() - TAG && table.getLong(at) != 0; at += TAG) {
      long tag = table.getLong(at);
      long value = table.getLong(at + 8);
      if (tag == NEEDED && libraries.size() < MOST_LIBRARIES) {
        libraries.add(value);
      } else if (tag == NAMES) {
        names = offset(value);
      } else if (tag == VERSIONS) {
        versions = offset(value);
      }
    }
  }

  /** The tags tell addresses in memory. */
  private long offset(long address) {
    return loaded.stream()
        .filter(s -> address >= s.address() && address - s.address() < s.size())
        .findFirst()
        .map(s -> s.offset() + address - s.address())
        .orElse(-1L);
  }

  /** Where the names of the versions stand among the names. */
  private List<Long> versions() throws IOException {
    var found = new ArrayList<Long>();
    if (versions < 0) {
      return found;
    }
    ByteBuffer table = file.at(versions, LONGEST_TABLE);
    int next;
    int library = 0;
    do {
      int record = library + table.getInt(library + 8);
      int count = Short.toUnsignedInt(table.getShort(library + 2));
      for (int i = 0; i < count && found.size() < LONGEST_TABLE / RECORD; i++) {
        found.add(Integer.toUnsignedLong(table.getInt(record + 8)));
        record += table.getInt(record + 12);
      }
      next = table.getInt(library + 12);
      library += next;
    } while (next >= RECORD);
    return found;
  }

  private Set<String> names(List<Long> offsets) throws IOException {
    var read = new TreeSet<String>();
    // In their order in the file: to go back is to begin again.
    for (long offset : new TreeSet<>(offsets)) {
      if (names >= 0) {
        read.add(file.name(names + offset));
      }
    }
    return read;
  }
}
