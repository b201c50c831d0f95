package io.github.lambdalayer.output;

import io.github.lambdalayer.layer.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The list of what was written into a folder, in a file there, as {@code sha256sum} writes and checks it: a
 * digest, and a path from the folder. A path has several where it is not known which of them was reached.
 */
final class WrittenList {

  private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}) {2}(\\P{Cntrl}+)");

  private final Path folder;
  private final Path list;

  WrittenList(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
    this.list = this.folder.resolve(".written");
  }

  /** The digests by their paths. What makes no sense, or is outside of the folder, is not in it. */
  Map<String, Set<String>> read() throws IOException {
    var digests = new TreeMap<String, Set<String>>();
    for (String line : text().split("\n", -1)) {
      Matcher entry = LINE.matcher(line);
      if (entry.matches() && isInside(folder.resolve(entry.group(2)))) {
        digests.computeIfAbsent(entry.group(2), path -> new TreeSet<>()).add(entry.group(1));
      }
    }
    return digests;
  }

  private boolean isInside(Path file) {
    return file.startsWith(folder) && file.equals(file.normalize());
  }

  private String text() throws IOException {
    try {
      return new String(Files.readAllBytes(list), StandardCharsets.UTF_8);
    } catch (NoSuchFileException e) {
      return "";
    }
  }

  /** Writes it anew; an empty list is no file. */
  void write(Map<String, Set<String>> digests) throws IOException {
    var lines = new StringBuilder();
    digests.forEach(
        (path, all) -> all.forEach(digest -> lines.append(digest + "  " + path + "\n")));
    if (lines.isEmpty()) {
      Files.deleteIfExists(list);
    } else {
      AtomicFile.write(list, lines.toString());
    }
  }
}
