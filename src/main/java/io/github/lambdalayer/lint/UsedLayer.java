package io.github.lambdalayer.lint;

import io.github.lambdalayer.content.ContentDocument;
import io.github.lambdalayer.layer.Audience;
import io.github.lambdalayer.layer.LambdaRuntime;
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
 * @param derived what it runs on by its content, where nobody has said what it is for
 */
public record UsedLayer(
    String origin,
    String module,
    String classifier,
    long unzippedSize,
    boolean isDocumented,
    ContentDocument content,
    Audience derived) {

  private static final Audience UNKNOWN = new Audience(List.of(), List.of());

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
        content,
        UNKNOWN);
  }

  /** A zip, or a live version, that this plugin has made. */
  public static UsedLayer of(String origin, long unzippedSize, ContentDocument content) {
    return new UsedLayer(origin, "", "", unzippedSize, true, content, UNKNOWN);
  }

  /** One that another tool has made. */
  public static UsedLayer undocumented(
      String origin, long unzippedSize, String name, Audience audience) {
    var content =
        new ContentDocument(
            1, name, null, audience.runtimes(), audience.architectures(), List.of());
    return new UsedLayer(origin, "", "", unzippedSize, false, content, UNKNOWN);
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

  /**
   * The same layer with what it is published for, as its document or Lambda tells; that counts where
   * nobody has said what it is for.
   */
  public UsedLayer publishedFor(Audience audience) {
    return new UsedLayer(origin, module, classifier, unzippedSize, isDocumented, content, audience);
  }

  /**
   * The functions that it is meant for: the runtimes that were configured, for derived ones grow with each
   * release of this plugin; and the architectures, else those that native code was found for.
   */
  Audience audience() {
    return new Audience(
        Objects.requireNonNullElse(content.compatibleRuntimes(), List.of()),
        isOfDerivedArchitectures()
            ? derived.architectures()
            : Objects.requireNonNullElse(content.compatibleArchitectures(), List.of()));
  }

  /** Whether its architectures, if it has any, come from its content. */
  boolean isOfDerivedArchitectures() {
    return content.compatibleArchitectures() == null || content.compatibleArchitectures().isEmpty();
  }

  /** The Java runtimes that its classes run on, where it was not configured; none where it is not known. */
  List<String> derivedJavaRuntimes() {
    return audience().runtimes().isEmpty()
        ? derived.runtimes().stream().filter(id -> release(id) > 0).toList()
        : List.of();
  }

  /**
   * Whether it is for a runtime. What was derived counts for managed Java runtimes alone, and a newer one
   * than the plugin knew that built the layer runs what the newest did.
   */
  boolean runsOn(String runtime) {
    List<String> configured = audience().runtimes();
    if (!configured.isEmpty()) {
      return configured.contains(runtime);
    }
    List<String> java = derivedJavaRuntimes();
    int newest = java.stream().mapToInt(UsedLayer::release).max().orElse(0);
    return java.isEmpty()
        || release(runtime) == 0
        || release(runtime) > newest
        || java.contains(runtime);
  }

  private static int release(String runtime) {
    return new LambdaRuntime(runtime).javaRelease().orElse(0);
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
