package io.github.lambdalayer.publish;

import io.github.lambdalayer.archive.LayerContents;
import io.github.lambdalayer.layer.LayerName;
import io.github.lambdalayer.layer.Limits;
import io.github.lambdalayer.layer.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a new version of a layer brings, compared with the live one.
 *
 * @param added artifacts that the live version does not have
 * @param removed artifacts that only the live version has
 * @param changed artifacts in another version, or built again
 * @param filesAdded paths of other files that the live version does not have
 * @param filesRemoved paths of other files that only the live version has
 * @param filesChanged paths of other files with other bytes
 * @param sizeBefore the length of the live zip in bytes
 * @param sizeAfter the length of the new zip in bytes
 */
public record LayerDifference(
    List<Artifact> added,
    List<Artifact> removed,
    List<Change> changed,
    List<String> filesAdded,
    List<String> filesRemoved,
    List<String> filesChanged,
    long sizeBefore,
    long sizeAfter) {

  private static final int LINES = 40;
  private static final int FILES_IN_LINE = 10;

  public LayerDifference {
    added = orEmpty(added);
    removed = orEmpty(removed);
    changed = orEmpty(changed);
    filesAdded = orEmpty(filesAdded);
    filesRemoved = orEmpty(filesRemoved);
    filesChanged = orEmpty(filesChanged);
  }

  /** One that was read from a document need not have every list. */
  private static <T> List<T> orEmpty(@Nullable List<T> values) {
    return values == null ? List.of() : values.stream().filter(Objects::nonNull).toList();
  }

  /**
   * An artifact in one of the layers.
   *
   * @param name {@code groupId:artifactId[:type][:classifier]}, without the type of a JAR; by its file name
   *     alone the artifactId
   * @param version its version
   */
  public record Artifact(String name, String version) {}

  /**
   * An artifact in both layers.
   *
   * @param name as in {@link Artifact}
   * @param from its live version
   * @param to its new version: the same where it was built again
   */
  public record Change(String name, String from, String to) {

    private String line() {
      return "~ " + name + " " + from + (from.equals(to) ? " rebuilt" : " -> " + to);
    }
  }

  /**
   * Compares two zips of a layer: by the documents in them, or, where one is without, by the names of
   * their JARs.
   */
  public static LayerDifference between(LayerName layer, LayerContents live, LayerContents built) {
    return new LayerComparison(layer, live, built).difference();
  }

  /** Whether nothing is said of any JAR or file: the order, times or the document may differ. */
  public boolean isEmpty() {
    return added.isEmpty()
        && removed.isEmpty()
        && changed.isEmpty()
        && filesAdded.isEmpty()
        && filesRemoved.isEmpty()
        && filesChanged.isEmpty();
  }

  /** The difference for the log. */
  public List<String> lines() {
    var lines = new ArrayList<String>();
    added.forEach(jar -> lines.add("+ " + jar.name() + " " + jar.version()));
    removed.forEach(jar -> lines.add("- " + jar.name() + " " + jar.version()));
    changed.forEach(change -> lines.add(change.line()));
    addFiles(lines, "+", filesAdded);
    addFiles(lines, "-", filesRemoved);
    addFiles(lines, "~", filesChanged);
    if (lines.size() > LINES) {
      String more = more(lines.size() - LINES);
      lines.subList(LINES, lines.size()).clear();
      lines.add(more);
    }
    lines.add(sizes());
    // The names come from a zip that anybody may have made.
    lines.replaceAll(line -> line.replaceAll("\\p{Cntrl}", "?"));
    return List.copyOf(lines);
  }

  private static void addFiles(List<String> lines, String sign, List<String> paths) {
    if (!paths.isEmpty()) {
      String shown = String.join(", ", paths.stream().limit(FILES_IN_LINE).toList());
      int rest = paths.size() - FILES_IN_LINE;
      lines.add(sign + " files: " + shown + (rest > 0 ? ", " + more(rest) : ""));
    }
  }

  private static String more(int count) {
    return "… and " + count + " more (see plan.json)";
  }

  private String sizes() {
    long change = sizeAfter - sizeBefore;
    long bytes = Math.abs(change);
    String amount =
        bytes < 100_000 ? Limits.humanBytes(bytes) : Messages.format("%.1f MB", bytes / 1e6);
    return Messages.format(
        "%s -> %s (%s)",
        Limits.humanBytes(sizeBefore),
        Limits.humanBytes(sizeAfter),
        change == 0 ? "the same size" : (change > 0 ? "+" : "-") + amount);
  }
}
