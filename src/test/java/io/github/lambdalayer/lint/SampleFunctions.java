package io.github.lambdalayer.lint;

import io.github.lambdalayer.content.ContentDocument;
import io.github.lambdalayer.lint.FunctionArtifact.Use;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Functions and layers for tests. */
final class SampleFunctions {

  private SampleFunctions() {}

  static ContentDocument.Item item(
      String groupId,
      String artifactId,
      String version,
      @Nullable String classifier,
      @Nullable String type) {
    return new ContentDocument.Item(
        "java/lib/" + artifactId,
        groupId,
        artifactId,
        version,
        classifier,
        type,
        "00",
        null,
        List.of());
  }

  static UsedLayer layer(String name, ContentDocument.Item... items) {
    return UsedLayer.ofModule(
        "com.example",
        name,
        "1",
        "layer",
        0,
        new ContentDocument(1, name, null, null, null, Arrays.asList(items)));
  }

  static UsedLayer layerFor(String architecture, String runtime, ContentDocument.Item... items) {
    return UsedLayer.ofModule(
        "com.example",
        architecture,
        "1",
        architecture,
        0,
        new ContentDocument(
            1, architecture, null, List.of(runtime), List.of(architecture), Arrays.asList(items)));
  }

  static FunctionArtifact direct(String artifactId, String version, Use use) {
    String coordinates = "org.lib:" + artifactId + ":jar:" + version;
    return new FunctionArtifact(
        "org.lib", artifactId, "jar", "", version, use, List.of("f:f:jar:1", coordinates));
  }

  static FunctionArtifact bundled(String artifactId, String version) {
    return artifact("org.lib", artifactId, version, Use.BUNDLED, "com.example:own:jar:3");
  }

  static FunctionArtifact provided(String artifactId, String version, String by) {
    return artifact("org.lib", artifactId, version, Use.PROVIDED, by);
  }

  static FunctionArtifact artifact(
      String groupId, String artifactId, String version, Use use, String by) {
    return new FunctionArtifact(
        groupId,
        artifactId,
        "jar",
        "",
        version,
        use,
        List.of("f:f:jar:1", by, groupId + ":" + artifactId + ":jar:" + version));
  }
}
