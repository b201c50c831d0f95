package io.github.lambdalayer.content;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
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

  private final List<Integer> candidates = new ArrayList<>();
  private final Map<Integer, Integer> places = new HashMap<>();
  private final Map<Integer, Integer> searched = new HashMap<>();
  private int scanned;
  private byte[] raw = {};
  private ByteBuffer bytes = ByteBuffer.wrap(raw);

  /** Where the names stand that the records point into. */
  private int names;

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
   * @param file whose beginning is looked at, each time more of it
   */
  Optional<Set<String>> find(ElfBytes file) {
    raw = file.beginning();
    bytes = ByteBuffer.wrap(raw, 0, file.length()).order(ByteOrder.LITTLE_ENDIAN);
    scan(file.length() - RECORD);
    int tries = 0;
    for (int at : candidates) {
      int place = place(at);
      if (place >= 0 && tries++ < MOST_CANDIDATES) {
        names = place + 1 - bytes.getInt(at + 8);
        Optional<Set<String>> versions = table(at);
        if (versions.isPresent()) {
          return versions;
        }
      }
    }
    return Optional.empty();
  }

  /** Megabytes pass by here, in a JVM that has just begun: hence bytes, and the rarest first. */
  private void scan(int last) {
    int at = scanned;
    for (; at <= last; at += 4) {
      if (raw[at + 13] == 0
          && raw[at + 5] == 0
          && (raw[at + 12] == RECORD || raw[at + 12] == 0)
          && (raw[at + 4] == 0 || raw[at + 4] == WEAK)
          && raw[at] != 0
          && raw[at + 14] == 0
          && raw[at + 15] == 0
          && candidates.size() < MOST_RECORDS
          && NAMES.containsKey(bytes.getInt(at))) {
        candidates.add(at);
      }
    }
    scanned = at;
  }

  /** Where the name stands whose hash a record has, looked for once in each byte; -1 if nowhere yet. */
  private int place(int record) {
    int hash = bytes.getInt(record);
    int place = places.getOrDefault(hash, -1);
    if (place < 0) {
      byte[] name = NAMES.getOrDefault(hash, NONE);
      int from = searched.getOrDefault(hash, -1);
      place = from < 0 ? nearest(record, name) : indexOf(raw, from, bytes.limit(), name);
      places.put(hash, place);
      searched.put(hash, Math.max(0, bytes.limit() - name.length));
    }
    return place;
  }

  /** Linkers put the names before the table, or behind it. */
  private int nearest(int record, byte[] wanted) {
    for (int at = Math.min(record, bytes.limit() - wanted.length); at >= 0; at--) {
      if (raw[at] == 0 && isAt(raw, at, wanted)) {
        return at;
      }
    }
    return indexOf(raw, record, bytes.limit(), wanted);
  }

  /** Where some bytes stand that begin with a zero, between two places; -1 if nowhere. */
  static int indexOf(byte[] raw, int from, int end, byte[] wanted) {
    int last = end - wanted.length;
    for (int at = from; at <= last; at++) {
      if (raw[at] == 0 && isAt(raw, at, wanted)) {
        return at;
      }
    }
    return -1;
  }

  private static boolean isAt(byte[] raw, int at, byte[] wanted) {
    return raw[at + 1] == wanted[1]
        && Arrays.equals(raw, at, at + wanted.length, wanted, 0, wanted.length);
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
