package io.github.lambdalayer.content;

import io.github.lambdalayer.layer.Architecture;
import io.github.lambdalayer.layer.Documents;
import io.github.lambdalayer.layer.LambdaRuntime;
import io.github.lambdalayer.layer.LayerDefinition;
import io.github.lambdalayer.layer.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The document in the zip that tells what is in the layer: {@code
 * META-INF/lambda-layer/<layerName>.json}. Whatever stands in it is part of the layer's digest, so
 * it holds nothing that can change while the content stays: neither plugin version, commit and time,
 * nor description (it names a release), permissions (they can be changed on a published version) and
 * derived runtimes (they grow with each release of the plugin).
 *
 * @param schemaVersion 1
 * @param layerName the layer
 * @param licenseInfo the layer's licence
 * @param compatibleRuntimes the runtimes that were configured
 * @param compatibleArchitectures the architectures
 * @param artifacts the JARs that came from Maven, sorted by path
 */
record ContentDocument(
    int schemaVersion,
    String layerName,
    @Nullable String licenseInfo,
    @Nullable List<String> compatibleRuntimes,
    @Nullable List<String> compatibleArchitectures,
    List<Item> artifacts) {

  /** One JAR: its place, Maven coordinates, digest in hexadecimal, and licences. */
  record Item(
      String path,
      String groupId,
      String artifactId,
      String version,
      @Nullable String classifier,
      String sha256,
      List<String> licenses) {}

  static LayerEntry entry(LayerDefinition definition, Map<String, LayerArtifact> jars)
      throws IOException {
    var items = new ArrayList<Item>();
    for (var jar : jars.entrySet()) {
      items.add(item(jar.getKey(), jar.getValue()));
    }
    var document =
        new ContentDocument(
            1,
            definition.name().value(),
            definition.licenseInfo(),
            definition.runtimesConfigured()
                ? orNull(definition.compatibleRuntimes().stream().map(LambdaRuntime::id).toList())
                : null,
            orNull(definition.compatibleArchitectures().stream().map(Architecture::id).toList()),
            items);
    byte[] bytes = Documents.toJson(document).getBytes(StandardCharsets.UTF_8);
    return new LayerEntry(
        "META-INF/lambda-layer/" + definition.name() + ".json",
        new LayerEntry.BytesSource(bytes),
        bytes.length,
        false,
        "the document about the layer's content");
  }

  private static Item item(String path, LayerArtifact artifact) throws IOException {
    return new Item(
        path,
        artifact.groupId(),
        artifact.artifactId(),
        artifact.version(),
        artifact.classifier().isEmpty() ? null : artifact.classifier(),
        Sha256.of(artifact.file()).hex(),
        artifact.licenses());
  }

  private static @Nullable List<String> orNull(List<String> values) {
    return values.isEmpty() ? null : values;
  }
}
