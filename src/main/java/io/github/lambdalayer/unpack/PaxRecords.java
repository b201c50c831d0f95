package io.github.lambdalayer.unpack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The records of tar's extended headers: {@code length key=value} and a line feed, for each. */
final class PaxRecords {

  private static final List<String> OF_FILES = List.of("path", "linkpath", "size");

  private PaxRecords() {}

  static Map<String, String> parse(byte[] bytes) throws IOException {
    var records = new HashMap<String, String>();
    int at = 0;
    while (at < bytes.length) {
      int length = length(bytes, at);
      int blank = at + String.valueOf(length).length();
      String record = new String(bytes, blank + 1, at + length - blank - 2, StandardCharsets.UTF_8);
      int equal = record.indexOf('=');
      if (equal <= 0 || record.startsWith("GNU.sparse.")) {
        throw new IOException("it has an extended header of an unknown form");
      }
      records.put(record.substring(0, equal), record.substring(equal + 1));
      at += length;
    }
    return records;
  }

  private static int length(byte[] bytes, int start) throws IOException {
    int length = 0;
    int at = start;
    while (at < bytes.length && at < start + 6 && bytes[at] >= '0' && bytes[at] <= '9') {
      length = 10 * length + bytes[at] - '0';
      at++;
    }
    boolean fits =
        bytes[start] != '0'
            && length >= at - start + 2
            && start + length <= bytes.length
            && bytes[at] == ' '
            && bytes[start + length - 1] == '\n';
    if (!fits) {
      throw new IOException("it has an extended header that cannot be read");
    }
    return length;
  }

  /** A header for all files that gives them one name is a trick, and no tool writes it. */
  static void refuseFileAttributes(Map<String, String> records) throws IOException {
    if (OF_FILES.stream().anyMatch(records::containsKey)) {
      throw new IOException("it has one name or size for all of its entries");
    }
  }

  static long size(String value) throws IOException {
    if (!value.matches("[0-9]{1,18}")) {
      throw new IOException("a size in an extended header cannot be read");
    }
    return Long.parseLong(value);
  }
}
