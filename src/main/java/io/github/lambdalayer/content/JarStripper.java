package io.github.lambdalayer.content;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Writes a JAR again without some of its entries. All else is copied as it stands, in its order:
 * nothing is inflated and deflated again, for that would give other bytes with another zlib.
 */
final class JarStripper {

  private static final int OFFSET_IN_DIRECTORY_ENTRY = 42;

  private JarStripper() {}

  /**
   * Writes a JAR without the named entries.
   *
   * @return whether it was written; not where the JAR is no plain zip
   */
  static boolean strip(Path from, Path to, Set<String> names) throws IOException {
    try (FileChannel in = FileChannel.open(from, READ)) {
      Optional<ZipRegions> zip = ZipRegions.of(in);
      if (zip.isEmpty()
          || !zip.get().regions().stream()
              .map(ZipRegions.Region::name)
              .toList()
              .containsAll(names)) {
        return false;
      }
      try (FileChannel out = FileChannel.open(to, CREATE_NEW, WRITE)) {
        write(in, zip.get(), names, out);
      }
      return true;
    }
  }

  private static void write(FileChannel in, ZipRegions zip, Set<String> names, FileChannel out)
      throws IOException {
    long first =
        zip.regions().stream().mapToLong(ZipRegions.Region::from).min().orElse(zip.directory());
    copy(in, 0, first, out);
    Map<String, Long> offsets = new HashMap<>();
    for (ZipRegions.Region region : zip.regions()) {
      if (!names.contains(region.name())) {
        offsets.put(region.name(), out.position() - zip.base());
        copy(in, region.from(), region.to(), out);
      }
    }
    long directory = out.position();
    for (ByteBuffer record : zip.directoryEntries()) {
      Long offset = offsets.get(ZipDirectory.name(record));
      if (offset != null) {
        write(out, patched(record).putInt(OFFSET_IN_DIRECTORY_ENTRY, offset.intValue()));
      }
    }
    ByteBuffer end = patched(zip.end());
    end.putShort(8, (short) offsets.size()).putShort(10, (short) offsets.size());
    end.putInt(12, (int) (out.position() - directory)).putInt(16, (int) (directory - zip.base()));
    write(out, end);
  }

  private static ByteBuffer patched(ByteBuffer record) {
    var copy = new byte[record.limit()];
    record.get(0, copy);
    return ByteBuffer.wrap(copy).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static void copy(FileChannel in, long from, long to, FileChannel out) throws IOException {
    for (long at = from; at < to; ) {
      long copied = in.transferTo(at, to - at, out);
      if (copied == 0 && at >= in.size()) {
        throw new EOFException("a JAR became shorter while it was read");
      }
      at += copied;
    }
  }

  private static void write(FileChannel out, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      out.write(bytes);
    }
  }
}
