package io.github.lambdalayer.content;

import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.Messages;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.codehaus.plexus.util.SelectorUtils;

/** Files of the content directory with values in the place of expressions. */
final class FilteredFiles {

  /**
   * What cannot be meant for a shell: an attribute of the project that does not exist; and the time
   * of the build, which would make each build another layer.
   */
  private static final Pattern LEFT =
      Pattern.compile(
          "\\$\\{(project\\.[^}\\s]*|maven\\.build\\.timestamp)}"
              + "|@(project\\.[^@\\s]*|maven\\.build\\.timestamp)@");

  private final Filtering filtering;
  private final Path target;

  /**
   * Filters into a folder.
   *
   * @param target where the filtered files go
   */
  FilteredFiles(Filtering filtering, Path target) {
    this.filtering = filtering;
    this.target = target;
  }

  /**
   * The entries of the content directory, with filtered ones in their places.
   *
   * @throws InvalidInputException if a pattern matches nothing, a file is no text, or an expression
   *     has no value
   */
  List<LayerEntry> in(List<LayerEntry> entries, Path contentDirectory) throws IOException {
    Set<String> unmatched = new TreeSet<>(filtering.patterns());
    var result = new ArrayList<LayerEntry>();
    for (LayerEntry entry : entries) {
      List<String> matching =
          filtering.patterns().stream()
              .filter(pattern -> SelectorUtils.matchPath(pattern, entry.path(), "/", true))
              .toList();
      matching.forEach(unmatched::remove);
      result.add(
          !matching.isEmpty() && entry.source() instanceof LayerEntry.FileSource source
              ? filtered(entry, source.path())
              : entry);
    }
    if (!unmatched.isEmpty()) {
      throw new InvalidInputException(
          Messages.format(
              "<filteredFiles> has %s, which matches no file in %s. Patterns are relative to that"
                  + " folder, with '/', '*' and '**'.",
              unmatched, contentDirectory));
    }
    return result;
  }

  private LayerEntry filtered(LayerEntry entry, Path original) throws IOException {
    refuseBinary(original);
    Path file = target.resolve(entry.path());
    Files.createDirectories(file.resolveSibling("."));
    filtering.filter().filter(original, file);
    refuseLeft(original, file);
    return LayerEntry.ofFile(entry.path(), file, entry.executable(), entry.origin());
  }

  private static void refuseBinary(Path file) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      for (int read = in.read(); read >= 0; read = in.read()) {
        if (read == 0) {
          throw new InvalidInputException(
              Messages.format(
                  "<filteredFiles> matches %s, which is no text (it has a zero byte): filtering would"
                      + " damage it. Name text files only.",
                  file));
        }
      }
    }
  }

  /** In every encoding without zero bytes, the characters of an expression are single bytes. */
  private static void refuseLeft(Path original, Path filtered) throws IOException {
    Matcher left = LEFT.matcher(Files.readString(filtered, StandardCharsets.ISO_8859_1));
    if (left.find()) {
      throw new InvalidInputException(
          Messages.format(
              "%s has %s, which has no value%s. Write an expression that has one, or leave the file"
                  + " out of <filteredFiles>.",
              original,
              left.group(),
              left.group().contains("timestamp")
                  ? " here: each build would be another layer"
                  : ""));
    }
  }
}
