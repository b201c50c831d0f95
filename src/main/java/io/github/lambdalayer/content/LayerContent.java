package io.github.lambdalayer.content;

import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.Messages;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * All files of a layer, sorted by the bytes of their UTF-8 names, no two of them in one place, and
 * the folders they stand in.
 *
 * @param entries the files
 */
public record LayerContent(List<LayerEntry> entries) {

  private static final Comparator<String> BY_BYTES =
      (left, right) ->
          Arrays.compareUnsigned(
              left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));

  public LayerContent {
    entries = entries.stream().sorted(Comparator.comparing(LayerEntry::path, BY_BYTES)).toList();
    refuseConflicts(entries);
  }

  /** The bytes that the layer takes when it is unzipped. */
  public long unzippedSize() {
    return entries.stream().mapToLong(LayerEntry::size).sum();
  }

  /** The JARs that Lambda's Java runtime puts on the class path. */
  public List<LayerEntry> jars() {
    return entries.stream().filter(LayerEntry::isJar).toList();
  }

  /** Every folder that holds an entry, with a {@code /} at the end, in the order of the entries. */
  public Collection<String> folders() {
    var folders = new TreeSet<>(BY_BYTES);
    for (LayerEntry entry : entries) {
      for (int at = entry.path().indexOf('/'); at >= 0; at = entry.path().indexOf('/', at + 1)) {
        folders.add(entry.path().substring(0, at + 1));
      }
    }
    return folders;
  }

  private static void refuseConflicts(List<LayerEntry> entries) {
    Map<String, LayerEntry> byPath = new HashMap<>();
    for (LayerEntry entry : entries) {
      LayerEntry other = byPath.put(entry.path(), entry);
      if (other != null) {
        throw conflict(entry.path(), other, entry);
      }
    }
    for (LayerEntry entry : entries) {
      for (int at = entry.path().indexOf('/'); at >= 0; at = entry.path().indexOf('/', at + 1)) {
        LayerEntry file = byPath.get(entry.path().substring(0, at));
        if (file != null) {
          throw conflict(file.path(), file, entry);
        }
      }
    }
  }

  private static InvalidInputException conflict(String path, LayerEntry one, LayerEntry other) {
    return new InvalidInputException(
        Messages.format(
            "Two things want the place '%s' in the layer: %s and %s. Rename or leave out one of them.",
            path, one.origin(), other.origin()));
  }
}
