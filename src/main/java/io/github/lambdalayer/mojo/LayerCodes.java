package io.github.lambdalayer.mojo;

import io.github.lambdalayer.archive.DescriptorFile;
import io.github.lambdalayer.archive.LayerContents;
import io.github.lambdalayer.archive.LayerDescriptor;
import io.github.lambdalayer.archive.LayerZipReader;
import io.github.lambdalayer.archive.ZippedJars;
import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.Limits;
import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.lint.Finding;
import io.github.lambdalayer.lint.FunctionCode.CodeSource;
import io.github.lambdalayer.lint.LayerCode;
import io.github.lambdalayer.lint.Rule;
import io.github.lambdalayer.lint.UsedLayer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.artifact.DefaultArtifact;

/** Gets hold of the JARs in layers: from their zips, or from where the JARs came from. */
final class LayerCodes {

  private static final String JAVA_LIB = "java/lib/";

  private final CheckMojo mojo;
  private final RepositoryFiles repository;
  private final Path work;
  private final List<Finding> unchecked = new ArrayList<>();
  private int layers;

  /**
   * For a project.
   *
   * @param work where JARs are unpacked
   */
  LayerCodes(CheckMojo mojo, Path work) {
    this.mojo = mojo;
    this.repository = new RepositoryFiles(mojo);
    this.work = work;
  }

  /** The JARs of a layer. */
  LayerCode of(FoundLayer found) throws IOException {
    UsedLayer layer = found.layer();
    if (layer.unzippedSize() > Limits.UNZIPPED_BYTES) {
      unchecked.add(
          Rule.UNCHECKED.found(
              Messages.format(
                  "The classes of layer %s were not looked at, for it alone is larger than Lambda"
                      + " allows.",
                  layer.label()),
              ""));
      return new LayerCode(layer, List.of(), false);
    }
    Path zip = found.zip() == null ? zip(found).orElse(null) : found.zip();
    if (zip == null) {
      var jars = new LayerArtifactFiles(layer, repository);
      unchecked.addAll(jars.unchecked());
      return jars.code();
    }
    List<CodeSource> jars =
        ZippedJars.unpack(zip, JAVA_LIB, work.resolve("layer-" + layers++)).entrySet().stream()
            .map(jar -> new CodeSource(jar.getKey(), layer.label(), jar.getValue()))
            .toList();
    return new LayerCode(layer, jars, true);
  }

  /** What could not be had. */
  List<Finding> unchecked() {
    return List.copyOf(unchecked);
  }

  /** The zip of a module's layer: as this build has made it, else from a repository. */
  private Optional<Path> zip(FoundLayer found) throws IOException {
    LayerReference module = found.reference();
    if (module == null) {
      return Optional.empty();
    }
    Optional<Path> built = built(module, found.layer());
    if (built.isPresent()) {
      return built;
    }
    String classifier = found.layer().classifier();
    Optional<Path> attached = repository.find(zip(module, classifier));
    if (attached.isEmpty() && classifier.equals(LayerPackaging.MAIN_CLASSIFIER)) {
      attached = repository.find(zip(module, ""));
    }
    return attached.isPresent() && isOf(attached.get(), found.layer())
        ? attached
        : Optional.empty();
  }

  private static DefaultArtifact zip(LayerReference module, String classifier) {
    return new DefaultArtifact(
        module.groupId(), module.artifactId(), classifier, "zip", module.version());
  }

  /** Also where it is not attached. */
  private Optional<Path> built(LayerReference module, UsedLayer layer) throws IOException {
    List<MavenProject> all = mojo.session.getAllProjects();
    for (MavenProject project : all == null ? mojo.session.getProjects() : all) {
      Optional<BuiltLayers> built = BuiltLayers.of(project);
      if (built.isPresent()
          && project.getGroupId().equals(module.groupId())
          && project.getArtifactId().equals(module.artifactId())) {
        for (Path descriptor : built.get().descriptors()) {
          LayerDescriptor described = DescriptorFile.read(descriptor);
          Path file = described.zip().file();
          if (Files.isRegularFile(file)
              && described.definition().name().value().equals(layer.content().layerName())) {
            return Optional.of(file);
          }
        }
      }
    }
    return Optional.empty();
  }

  /** Whether it is the zip that the module's document is about: a snapshot may be another already. */
  private static boolean isOf(Path zip, UsedLayer layer) throws IOException {
    try {
      LayerContents contents = LayerZipReader.read(zip);
      long size = contents.entries().stream().mapToLong(LayerContents.Entry::size).sum();
      return size == layer.unzippedSize()
          && contents.readableDocument(null).filter(layer.content()::equals).isPresent();
    } catch (InvalidInputException e) {
      return false;
    }
  }
}
