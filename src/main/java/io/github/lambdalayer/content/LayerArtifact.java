package io.github.lambdalayer.content;

import java.nio.file.Path;
import java.util.List;

/**
 * A file that belongs in the layer, with its Maven coordinates.
 *
 * @param groupId the group
 * @param artifactId the artifact
 * @param version the base version: a snapshot is {@code -SNAPSHOT}, never a timestamp
 * @param classifier the classifier, empty without one
 * @param extension the end of its file name, without a dot: {@code jar}, {@code tar.gz}
 * @param file the file
 * @param trail the dependency path that brought it, from the project to the artifact itself
 * @param licenses the licences its POM declares
 * @param ofBuild whether it is the project's own JAR, or that of a module built beside it
 */
public record LayerArtifact(
    String groupId,
    String artifactId,
    String version,
    String classifier,
    String extension,
    Path file,
    List<String> trail,
    DeclaredLicenses licenses,
    boolean ofBuild) {

  public LayerArtifact {
    trail = List.copyOf(trail);
  }

  /** An artifact whose licences are known. */
  public LayerArtifact(
      String groupId,
      String artifactId,
      String version,
      String classifier,
      String extension,
      Path file,
      List<String> trail,
      List<String> licenses,
      boolean ofBuild) {
    this(
        groupId,
        artifactId,
        version,
        classifier,
        extension,
        file,
        trail,
        DeclaredLicenses.of(licenses),
        ofBuild);
  }

  /**
   * Whether it is the same artifact in the same file. What else is known of it follows from that; to
   * compare licences would be to read the POMs of all artifacts.
   */
  @Override
  public boolean equals(Object other) {
    return other instanceof LayerArtifact artifact
        && artifact.file.equals(file)
        && artifact.coordinates().equals(coordinates());
  }

  @Override
  public int hashCode() {
    return file.hashCode();
  }

  /** The coordinates, as Maven writes them. */
  public String coordinates() {
    return groupId
        + ":"
        + artifactId
        + ":"
        + extension
        + ":"
        + (classifier.isEmpty() ? "" : classifier + ":")
        + version;
  }
}
