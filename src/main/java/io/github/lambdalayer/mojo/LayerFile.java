package io.github.lambdalayer.mojo;

import io.github.lambdalayer.archive.FileOptions;
import io.github.lambdalayer.archive.LayerDescriptor;
import io.github.lambdalayer.archive.ZipFileDescriber;
import io.github.lambdalayer.layer.Architecture;
import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.LambdaRuntime;
import io.github.lambdalayer.layer.LayerName;
import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.lint.Finding;
import io.github.lambdalayer.lint.FindingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.jspecify.annotations.Nullable;

/** The zip that is published without a project. */
final class LayerFile {

  private final PublishFileMojo mojo;
  private final PomElements pom;

  LayerFile(PublishFileMojo mojo) {
    this.mojo = mojo;
    this.pom = new PomElements(mojo.session, mojo.execution);
  }

  /**
   * Finds the zip, reads what is in it, and says what the user should know.
   *
   * @throws FindingsException if that is bad enough that it is not to be published
   */
  LayerDescriptor describe() throws IOException {
    var settings = new LintParameters(mojo).read(mojo.lint, mojo.failOn);
    var examined = examine();
    LayerDescriptor layer = examined.descriptor();
    List<Finding> findings = settings.apply(examined.findings());
    var found = new ProjectFindings(mojo, "publish-file", layer.definition().name().value());
    if (!settings.failing(findings).isEmpty()) {
      found.writeBeside(findings);
      throw new FindingsException(
          Messages.format(
              "The layer %s is not published, for what was found in it (<failOn> is '%s'):",
              layer.definition().name(), settings.failOn().id()),
          findings,
          settings);
    }
    found.tell(findings);
    return layer;
  }

  private ZipFileDescriber.Examined examine() throws IOException {
    String coordinates = Parameters.text(mojo.artifact);
    if ((mojo.file == null) == (coordinates == null)) {
      throw new InvalidInputException(
          "Either <file> or <artifact> says what to publish: set -DlambdaLayer.file=layer.zip, or"
              + " -DlambdaLayer.artifact=com.example:libraries:1.2:zip:layer.");
    }
    if (coordinates == null) {
      Path file = Objects.requireNonNull(mojo.file).toPath();
      if (!Files.isRegularFile(file)) {
        throw new InvalidInputException(
            Messages.format("<file> is '%s', and there is no such file.", file));
      }
      return ZipFileDescriber.examine(file, options(null));
    }
    Artifact zip = resolved(coordinates);
    return ZipFileDescriber.examine(zip.getFile().toPath(), options(zip));
  }

  private FileOptions options(@Nullable Artifact artifact) {
    String layerName = Parameters.text(mojo.layerName);
    return new FileOptions(
        layerName == null ? null : new LayerName(layerName),
        artifact == null ? null : artifact.getArtifactId(),
        artifact == null ? null : artifact.getVersion(),
        Parameters.text(mojo.description),
        Parameters.text(mojo.licenseInfo),
        pom.list("compatibleRuntimes", mojo.compatibleRuntimes).stream()
            .map(LambdaRuntime::new)
            .toList(),
        pom.list("compatibleArchitectures", mojo.compatibleArchitectures).stream()
            .map(Architecture::parse)
            .toList(),
        pom.permissions(mojo.permissions));
  }

  private Artifact resolved(String coordinates) {
    String[] parts = coordinates.split(":", -1);
    if (parts.length < 3 || parts.length > 5 || coordinates.matches("(.*:)?\\s*(:.*)?")) {
      throw new InvalidInputException(
          Messages.format(
              "<artifact> is '%s': write groupId:artifactId:version[:zip[:classifier]], for example"
                  + " com.example:libraries:1.2:zip:layer.",
              coordinates));
    }
    var wanted =
        new DefaultArtifact(
            parts[0],
            parts[1],
            parts.length > 4 ? parts[4] : "",
            parts.length > 3 ? parts[3] : "zip",
            parts[2]);
    try {
      return mojo.repository
          .resolveArtifact(
              mojo.session.getRepositorySession(),
              new ArtifactRequest(wanted, mojo.project.getRemoteProjectRepositories(), null))
          .getArtifact();
    } catch (ArtifactResolutionException e) {
      throw new InvalidInputException(
          Messages.format(
              "<artifact> is '%s', and it cannot be had: %s. A layer that a JAR project builds has the"
                  + " classifier 'layer': write groupId:artifactId:version:zip:layer.",
              coordinates, e.getMessage()),
          e);
    }
  }
}
