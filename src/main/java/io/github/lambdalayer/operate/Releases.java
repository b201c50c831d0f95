package io.github.lambdalayer.operate;

import io.github.lambdalayer.layer.LayerName;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which release a version is of, by its description: that says it where {@code package} has written it.
 * The zip does not, for a release with the same content is no other version.
 */
final class Releases {

  /** What follows upon the artifact: one word that begins with a number, as in a text hardly one does. */
  private static final Pattern VERSION = Pattern.compile("v?\\d\\S*");

  private final @Nullable String project;

  /**
   * Of the layers of a project.
   *
   * @param project it as {@code groupId:artifactId}; null where it is not known
   */
  Releases(@Nullable String project) {
    this.project = project;
  }

  /** The release as {@code [groupId:]artifactId:version}; nothing where the description is another one. */
  Optional<String> of(LayerName layer, String description) {
    return Stream.of(Optional.ofNullable(project).orElse(layer.value()), layer.value())
        .distinct()
        .flatMap(own -> of(own, description).stream())
        .findFirst();
  }

  private static Optional<String> of(String own, String description) {
    String start = own.substring(own.indexOf(':') + 1) + " ";
    String version = description.startsWith(start) ? description.substring(start.length()) : "";
    return VERSION.matcher(version).matches() ? Optional.of(own + ":" + version) : Optional.empty();
  }
}
