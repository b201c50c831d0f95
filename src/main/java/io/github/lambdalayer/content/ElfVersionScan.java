package io.github.lambdalayer.content;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds the table of needed versions by what it looks like. Where it stands is said behind the code, and
 * of a library of 50 MB all would have to be inflated to know; the table itself and its names stand
 * before. Each of its records carries the hash of the name that it points to, and counts only if that is
 * so: no other data looks like it.
 */
final class ElfVersionScan {

  /** A record is as long as the head that stands before the records of each library. */
  private static final int RECORD = 16;

  private static final int WEAK = 2;
  private static final int MOST_RECORDS = 4096;
  private static final int NEWEST_GLIBC = 99;

  /** In real files hardly anything but the table looks like one. */
  private static final int MOST_CANDIDATES = 64;

  /** What every table with versions of glibc has one of, between zeros, by its hash. */
  private static final Map<Integer, byte[]> NAMES = names();

  private static final byte[] NONE = {0, 0};

  private final ByteBuffer bytes;

  /** Where the names stand that the records point into. */
  private final int names;

  private ElfVersionScan(ByteBuffer bytes, int names) {
    this.bytes = bytes;
    this.names = names;
  }

  private static Map<Integer, byte[]> names() {
    Map<Integer, byte[]> names = new HashMap<>();
    Stream.concat(
            IntStream.rangeClosed(0, NEWEST_GLIBC).mapToObj(minor -> "GLIBC_2." + minor),
            Stream.of("GLIBC_2.2.5", "GLIBC_2.2.6", "GLIBC_2.3.2", "GLIBC_2.3.3", "GLIBC_2.3.4"))
        .forEach(name -> names.put(hash(name), ("\0" + name + "\0").getBytes(US_ASCII)));
    return names;
  }

  /**
   * The names of the needed versions; nothing where the bytes have no such table, or no end of it.
   *
   * @param bytes the beginning of a file
   */
  static Optional<Set<String>> find(ByteBuffer bytes) {
    Map<Integer, Integer> places = new HashMap<>();
    int candidates = 0;
    for (int at = 0; at <= bytes.limit() - RECORD && candidates < MOST_CANDIDATES; at += 4) {
      int next = bytes.getInt(at + 12);
      int flags = bytes.getShort(at + 4);
      if ((next == 0 || next == RECORD) && (flags == 0 || flags == WEAK)) {
        // Linkers put the names before the table, or behind it.
        int found =
            NAMES.containsKey(bytes.getInt(at))
                ? places.computeIfAbsent(
                    bytes.getInt(at), hash -> indexOf(bytes, NAMES.getOrDefault(hash, NONE)))
                : -1;
        if (found >= 0) {
          candidates++;
          Optional<Set<String>> versions =
              new ElfVersionScan(bytes, found + 1 - bytes.getInt(at + 8)).table(at);
          if (versions.isPresent()) {
            return versions;
          }
        }
      }
    }
    return Optional.empty();
  }

  /** Where some bytes stand that begin with a zero; -1 if nowhere. */
  static int indexOf(ByteBuffer bytes, byte[] wanted) {
    ByteBuffer first = ByteBuffer.wrap(wanted);
    for (int at = 0; at <= bytes.limit() - wanted.length; at++) {
      if (bytes.get(at) == 0
          && bytes.get(at + 1) == wanted[1]
          && bytes.slice(at, wanted.length).equals(first)) {
        return at;
      }
    }
    return -1;
  }

  /** All records around one that is known to be one. */
  private Optional<Set<String>> table(int known) {
    int first = known;
    while (isRecord(first - RECORD) && known - first < MOST_RECORDS * RECORD) {
      first -= RECORD;
    }
    var versions = new TreeSet<String>();
    int at = first;
    for (; isRecord(at) && at - first < 2 * MOST_RECORDS * RECORD; at += RECORD) {
      version(at).ifPresent(versions::add);
    }
    boolean isWhole = at <= bytes.limit() - RECORD && !versions.isEmpty();
    return isWhole ? Optional.of(versions) : Optional.empty();
  }

  private boolean isRecord(int at) {
    return at >= 0 && at <= bytes.limit() - RECORD && (version(at).isPresent() || isHead(at));
  }

  /** Version 1 of the format, and the records directly behind. */
  private boolean isHead(int at) {
    int count = Short.toUnsignedInt(bytes.getShort(at + 2));
    return bytes.getShort(at) == 1
        && count > 0
        && bytes.getInt(at + 8) == RECORD
        && name(bytes.getInt(at + 4)).contains(".so");
  }

  private Optional<String> version(int at) {
    String name = name(bytes.getInt(at + 8));
    return !name.isEmpty() && hash(name) == bytes.getInt(at) ? Optional.of(name) : Optional.empty();
  }

  private String name(int offset) {
    long at = (long) names + offset;
    return offset <= 0 || at < 0 || at >= bytes.limit() ? "" : ElfBytes.name(bytes, (int) at);
  }

  /** The hash of System V for names of symbols. */
  static int hash(String name) {
    int hash = 0;
    for (byte c : name.getBytes(US_ASCII)) {
      hash = (hash << 4) + c;
      int high = hash & 0xF0000000;
      hash = (hash ^ high >>> 24) & ~high;
    }
    return hash;
  }
}
