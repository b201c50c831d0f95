package io.github.lambdalayer.lint;

import io.github.lambdalayer.content.ContentDocument;
import io.github.lambdalayer.layer.Audience;
import java.util.List;
import java.util.Objects;

/**
 * A layer that a function runs with.
 *
 * @param origin where it comes from, for people: {@code groupId:artifactId:version} of a module, the
 *     path of a zip, or the ARN of a live version
 * @param module the module that builds it, as {@code groupId:artifactId}; empty where it is not known
 * @param classifier which of the module's layers it is; empty where there is no module
 * @param unzippedSize the bytes that it takes when it is unzipped
 * @param isDocumented whether it tells what is in it; zips of other tools do not
 * @param content what it holds, as far as it tells
 */
public record UsedLayer(
    String origin,
    String module,
    String classifier,
    long unzippedSize,
    boolean isDocumented,
    ContentDocument content) {

  /** A layer of a module. */
  public static UsedLayer ofModule(
      String groupId,
      String artifactId,
      String version,
      String classifier,
      long unzippedSize,
      ContentDocument content) {
    return new UsedLayer(
        groupId + ":" + artifactId + ":" + version,
        groupId + ":" + artifactId,
        classifier,
        unzippedSize,
        true,
        content);
  }

  /** A zip, or a live version, that this plugin has made. */
  public static UsedLayer of(String origin, long unzippedSize, ContentDocument content) {
    return new UsedLayer(origin, "", "", unzippedSize, true, content);
  }

  /** One that another tool has made. */
  public static UsedLayer undocumented(
      String origin, long unzippedSize, String name, Audience audience) {
    var content =
        new ContentDocument(
            1, name, null, audience.runtimes(), audience.architectures(), List.of());
    return new UsedLayer(origin, "", "", unzippedSize, false, content);
  }

  /** The layer's name and where it comes from, for people. */
  public String label() {
    return content.layerName() + " (" + origin + ")";
  }

  /** Whether a dependency of the function is the module that builds the layer. */
  boolean isBroughtBy(String dependency) {
    List<String> parts = List.of(dependency.split(":", -1));
    return parts.size() >= 2 && module.equals(parts.get(0) + ":" + parts.get(1));
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
    return module.equals(artifact.groupId() + ":" + artifact.artifactId())
        && !artifact.extension().equals("jar");
  }
}
