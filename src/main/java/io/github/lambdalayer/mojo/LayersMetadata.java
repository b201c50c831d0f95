package io.github.lambdalayer.mojo;

import io.github.lambdalayer.archive.LayerDescriptor;
import io.github.lambdalayer.archive.LayerZip;
import io.github.lambdalayer.content.ContentDocument;
import io.github.lambdalayer.content.LayersDocument;
import io.github.lambdalayer.layer.Architecture;
import io.github.lambdalayer.layer.LambdaRuntime;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.MavenProjectHelper;
import org.jspecify.annotations.Nullable;

/**
 * The document about all layers that this build makes of a module. Each execution adds its own; what an
 * earlier build made, and the POM builds no more, is not in it.
 */
final class LayersMetadata {

  private static final String KEY = "io.github.lambdalayer.layersMetadata";

  private final MavenProject project;
  private final Map<String, LayersDocument.Layer> layers = new TreeMap<>();

  private LayersMetadata(MavenProject project) {
    this.project = project;
  }

  /** That of this build, without a layer where this is its first package goal. */
  static LayersMetadata begin(MavenProject project) {
    LayersMetadata metadata =
        project.getContextValue(KEY) instanceof LayersMetadata begun
            ? begun
            : new LayersMetadata(project);
    project.setContextValue(KEY, metadata);
    return metadata;
  }

  /** Adds a layer, as its zip tells of it. */
  LayersMetadata add(String classifier, LayerDescriptor layer) throws IOException {
    LayerZip zip = layer.zip();
    ContentDocument content = ContentDocument.in(zip.file(), layer.definition().name());
    layers.put(
        classifier,
        new LayersDocument.Layer(
            classifier,
            zip.codeSha256(),
            zip.unzippedSize(),
            named(layer.definition().compatibleRuntimes().stream().map(LambdaRuntime::id)),
            named(layer.definition().compatibleArchitectures().stream().map(Architecture::id)),
            content));
    return this;
  }

  private static @Nullable List<String> named(Stream<String> ids) {
    List<String> named = ids.toList();
    return named.isEmpty() ? null : named;
  }

  /** Writes the document, and attaches it if that has not been done. */
  void attach(Path folder, MavenProjectHelper projectHelper) throws IOException {
    Path file = folder.resolve(LayersDocument.FILE);
    LayersDocument.of(List.copyOf(layers.values())).write(file);
    if (!LayerPackaging.isAttached(project, LayersDocument.TYPE, LayersDocument.CLASSIFIER)) {
      projectHelper.attachArtifact(
          project, LayersDocument.TYPE, LayersDocument.CLASSIFIER, file.toFile());
    }
  }
}
