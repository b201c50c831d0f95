package io.github.lambdalayer.lint;

import io.github.lambdalayer.content.LayerEntry;
import io.github.lambdalayer.content.Located;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where something was found.
 *
 * @param path the file in the layer or in the function's archive; empty for the whole of it
 * @param origin what brought it there: a dependency path, or a file; empty where nothing did
 */
public record Place(String path, String origin) {

  /** The layer, or the function, as a whole. */
  public static final Place WHOLE = new Place("", "");

  private static final String FILE = "file ";
  private static final String ARROW = " -> ";
  private static final Pattern COORDINATES = Pattern.compile("([^:\\s]+:[^:\\s]+):\\S+");

  /** The place of a file of the layer. */
  public static Place of(LayerEntry entry) {
    return new Place(entry.path(), entry.origin());
  }

  /** The place of an artifact of the layer. */
  public static Place of(Located artifact) {
    return new Place(artifact.path(), String.join(ARROW, artifact.artifact().trail()));
  }

  /** What is at no place of its own, and came with an artifact. */
  public static Place of(List<String> trail) {
    return new Place("", String.join(ARROW, trail));
  }

  /** The dependency of the project that brought it, as {@code groupId:artifactId}. */
  public Optional<String> direct() {
    String[] trail = origin.split(ARROW, -1);
    var matcher = COORDINATES.matcher(trail[Math.min(1, trail.length - 1)]);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /** What brought it, without the project itself, which all dependency paths begin with. */
  String behindProject() {
    int project = origin.indexOf(ARROW);
    return project < 0 ? origin : origin.substring(project + ARROW.length());
  }

  /** The file of the project that it is. */
  public Optional<String> file() {
    return origin.startsWith(FILE)
        ? Optional.of(origin.substring(FILE.length()))
        : Optional.empty();
  }

  boolean isComplete() {
    return path != null && origin != null;
  }
}
