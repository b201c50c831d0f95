package io.github.lambdalayer.lint;

import io.github.lambdalayer.content.ContentDocument;
import io.github.lambdalayer.layer.Audience;
import java.util.List;
import java.util.Objects;

/**
 * A layer that a function runs with.
 *
 * @param groupId the group of the module that builds it
 * @param artifactId that module
 * @param version its base version
 * @param classifier which of the module's layers it is
 * @param content what it holds
 */
public record UsedLayer(
    String groupId, String artifactId, String version, String classifier, ContentDocument content) {

  /** The layer's name and where it comes from, for people. */
  public String label() {
    return content.layerName() + " (" + groupId + ":" + artifactId + ":" + version + ")";
  }

  /** Whether a dependency of the function is the module that builds the layer. */
  boolean isBroughtBy(String dependency) {
    List<String> parts = List.of(dependency.split(":", -1));
    return parts.size() >= 2 && parts.get(0).equals(groupId) && parts.get(1).equals(artifactId);
  }

  /** The functions that it is meant for. */
  Audience audience() {
    return new Audience(
        Objects.requireNonNullElse(content.compatibleRuntimes(), List.of()),
        Objects.requireNonNullElse(content.compatibleArchitectures(), List.of()));
  }

  /** What is in it where functions load JARs from. */
  List<ContentDocument.Item> classPath() {
    return content.artifacts().stream()
        .filter(item -> item.path().startsWith("java/lib/"))
        .toList();
  }

  /** The artifact of a function in this layer, of whatever version, where functions load it from. */
  List<ContentDocument.Item> onClassPath(FunctionArtifact artifact) {
    return classPath().stream().filter(artifact::isSame).toList();
  }

  /** Whether functions load that version of an artifact from it. */
  boolean hasOnClassPath(FunctionArtifact artifact) {
    return onClassPath(artifact).stream()
        .anyMatch(item -> item.version().equals(artifact.version()));
  }

  /** Whether it is in this layer at all: an agent at the root is no library, and is not missing. */
  boolean holds(FunctionArtifact artifact) {
    return content.artifacts().stream().anyMatch(artifact::isSame);
  }

  /** Whether it is what the layer's module attaches: somebody fetches the zip, and loads nothing of it. */
  boolean isZip(FunctionArtifact artifact) {
    return artifact.groupId().equals(groupId)
        && artifact.artifactId().equals(artifactId)
        && !artifact.extension().equals("jar");
  }
}
