package io.github.lambdalayer.content;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import io.github.lambdalayer.layer.Limits;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Writes a JAR again without some of its entries, or with stored ones in place of deflated ones. All else
 * is copied as it stands, in its order: nothing is deflated again, for that would give other bytes with
 * another zlib.
 */
final class JarRewriter {

  private static final int OFFSET_IN_DIRECTORY_ENTRY = 42;

  private final FileChannel in;
  private final ZipRegions zip;
  private final Set<String> without;
  private final boolean isStored;
  private final Map<String, Long> offsets = new HashMap<>();

  private JarRewriter(FileChannel in, ZipRegions zip, Set<String> without, JarEntries entries) {
    this.in = in;
    this.zip = zip;
    this.without = without;
    this.isStored = entries == JarEntries.REPACK;
  }

  /**
   * Writes a JAR.
   *
   * @param without the names of entries to leave out
   * @param entries what becomes of the others
   * @return whether it was written; not where the JAR is no plain zip, or not all of its data is what its
   *     directory tells
   */
  static boolean write(Path from, Path to, Set<String> without, JarEntries entries)
      throws IOException {
    try (FileChannel in = FileChannel.open(from, READ)) {
      Optional<ZipRegions> zip = ZipRegions.of(in);
      if (zip.isEmpty()
          || !zip.get().regions().stream()
              .map(ZipRegions.Region::name)
              .toList()
              .containsAll(without)) {
        return false;
      }
      try (FileChannel out = FileChannel.open(to, CREATE_NEW, WRITE)) {
        new JarRewriter(in, zip.get(), without, entries).write(out);
      }
      return true;
    } catch (ZipDirectory.Unusual e) {
      Files.delete(to);
      return false;
    }
  }

  private void write(FileChannel out) throws IOException, ZipDirectory.Unusual {
    Map<String, ByteBuffer> records = new HashMap<>();
    long size = 0;
    for (ByteBuffer record : zip.directoryEntries()) {
      records.put(ZipDirectory.name(record), record);
      size += isStored ? StoredEntry.size(record) : 0;
    }
    // No layer has room for it, and nobody's disk need have.
    ZipDirectory.require(size <= Limits.UNZIPPED_BYTES, "size");
    long first =
        zip.regions().stream().mapToLong(ZipRegions.Region::from).min().orElse(zip.directory());
    copy(in, 0, first, out);
    for (ZipRegions.Region region : zip.regions()) {
      ByteBuffer record = records.get(region.name());
      if (record != null && !without.contains(region.name())) {
        offsets.put(region.name(), out.position() - zip.base());
        if (isStored && StoredEntry.isNeededFor(record)) {
          StoredEntry.write(in, region.from(), record, out);
        } else {
          copy(in, region.from(), region.to(), out);
        }
      }
    }
    writeDirectory(out);
  }

  private void writeDirectory(FileChannel out) throws IOException {
    long directory = out.position();
    for (ByteBuffer record : zip.directoryEntries()) {
      Long offset = offsets.get(ZipDirectory.name(record));
      if (offset != null) {
        ByteBuffer copy = StoredEntry.copy(record);
        if (isStored && StoredEntry.isNeededFor(record)) {
          StoredEntry.patch(copy);
        }
        StoredEntry.write(out, copy.putInt(OFFSET_IN_DIRECTORY_ENTRY, offset.intValue()));
      }
    }
    ByteBuffer end = StoredEntry.copy(zip.end());
    end.putShort(8, (short) offsets.size()).putShort(10, (short) offsets.size());
    end.putInt(12, (int) (out.position() - directory)).putInt(16, (int) (directory - zip.base()));
    StoredEntry.write(out, end);
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
}
