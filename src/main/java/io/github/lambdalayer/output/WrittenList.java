package io.github.lambdalayer.output;

import io.github.lambdalayer.layer.AtomicFile;
import io.github.lambdalayer.layer.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The list of what was written into a folder, in a file there, as {@code sha256sum} checks it: below the id
 * of an execution, as a comment, what that has written, each with a digest and its path from the folder.
 */
final class WrittenList {

  private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}) {2}(\\P{Cntrl}+)");

  /** Begins a line that has an execution's id. */
  private static final String EXECUTION = "# ";

  private final Path folder;
  private final Path list;

  /**
   * A file of the list.
   *
   * @param execution the id of the execution that wrote it last
   * @param digests several, where it is not known which of them was reached
   */
  record Entry(String execution, Set<String> digests) {

    Entry {
      digests = Set.copyOf(digests);
    }

    static Entry of(String execution, String text) {
      return new Entry(execution, Set.of(Sha256.of(text).hex()));
    }

    /** The same, or what an earlier entry says of the content. */
    Entry or(Entry earlier) {
      var all = new TreeSet<>(digests);
      all.addAll(earlier.digests);
      return new Entry(execution, all);
    }
  }

  WrittenList(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
    this.list = this.folder.resolve(".written");
  }

  /** The entries by their paths. What makes no sense, or is outside of the folder, is not in it. */
  SortedMap<String, Entry> read() throws IOException {
    var entries = new TreeMap<String, Entry>();
    String execution = "";
    for (String line : text().split("\n", -1)) {
      Matcher file = LINE.matcher(line);
      if (line.startsWith(EXECUTION)) {
        execution = line.substring(EXECUTION.length());
      } else if (file.matches() && isInside(file.group(2))) {
        var entry = new Entry(execution, Set.of(file.group(1)));
        entries.merge(file.group(2), entry, (earlier, later) -> later.or(earlier));
      }
    }
    return entries;
  }

  private boolean isInside(String path) {
    try {
      Path file = folder.resolve(path);
      return file.startsWith(folder) && file.equals(file.normalize());
    } catch (InvalidPathException e) {
      // It was written where files may be called so.
      return false;
    }
  }

  private String text() throws IOException {
    try {
      return new String(Files.readAllBytes(list), StandardCharsets.UTF_8);
    } catch (NoSuchFileException e) {
      return "";
    }
  }

  /** Writes it anew; an empty list is no file. */
  void write(Map<String, Entry> entries) throws IOException {
    var executions = new TreeMap<String, String>();
    new TreeMap<>(entries)
        .forEach(
            (path, entry) ->
                executions.merge(entry.execution(), lines(path, entry), String::concat));
    var lines = new StringBuilder();
    executions.forEach(
        (id, files) -> lines.append(EXECUTION).append(id).append('\n').append(files));
    if (lines.isEmpty()) {
      Files.deleteIfExists(list);
    } else {
      AtomicFile.write(list, lines.toString());
    }
  }

  private static String lines(String path, Entry entry) {
    return entry.digests().stream()
        .sorted()
        .map(digest -> digest + "  " + path + "\n")
        .collect(Collectors.joining());
  }
}
