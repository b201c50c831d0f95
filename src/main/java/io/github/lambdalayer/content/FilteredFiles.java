package io.github.lambdalayer.content;

import io.github.lambdalayer.layer.Folders;
import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Files of the content directory with values in the place of expressions. */
final class FilteredFiles {

  private final Filtering filtering;
  private final Path target;

  /**
   * Filters into a folder.
   *
   * @param target where the filtered files go, by numbers: a name need not be one on this machine
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
      List<String> matching = filtering.matching(entry.path());
      matching.forEach(unmatched::remove);
      result.add(
          !matching.isEmpty() && entry.source() instanceof LayerEntry.FileSource source
              ? filtered(entry, source.path(), result.size())
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

  private LayerEntry filtered(LayerEntry entry, Path original, int number) throws IOException {
    byte[] text = FilteredText.of(original, filtering);
    Path file = Folders.create(target).resolve(String.valueOf(number));
    Files.write(file, text);
    return LayerEntry.ofFile(entry.path(), file, entry.executable(), entry.origin());
  }
}
