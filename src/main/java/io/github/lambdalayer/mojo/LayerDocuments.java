package io.github.lambdalayer.mojo;

import io.github.lambdalayer.content.LayersDocument;
import io.github.lambdalayer.layer.Messages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.transfer.ArtifactNotFoundException;

/** The documents about the layers of modules: of this build, or from Maven repositories. */
final class LayerDocuments {

  private final RepositorySystem repository;
  private final MavenSession session;
  private final MavenProject project;
  private final Log log;

  LayerDocuments(RepositorySystem repository, MavenSession session, MavenProject project, Log log) {
    this.repository = repository;
    this.session = session;
    this.project = project;
    this.log = log;
  }

  /**
   * The document of a module; nothing where it has none, and so builds no layer.
   *
   * @throws IOException if a repository cannot be asked
   */
  Optional<LayersDocument> find(LayerReference module) throws IOException {
    var document =
        new DefaultArtifact(
            module.groupId(),
            module.artifactId(),
            LayersDocument.CLASSIFIER,
            LayersDocument.TYPE,
            module.version());
    try {
      Path file =
          repository
              .resolveArtifact(
                  session.getRepositorySession(),
                  new ArtifactRequest(document, project.getRemoteProjectRepositories(), null))
              .getArtifact()
              .getFile()
              .toPath();
      return Optional.of(LayersDocument.read(file));
    } catch (ArtifactResolutionException e) {
      if (isNotThere(e)) {
        log.debug("Builds no layer: " + module + " (" + e.getMessage() + ")");
        return Optional.empty();
      }
      throw new IOException(
          Messages.format(
              "It cannot be found out whether %s builds a layer, for %s cannot be looked up: %s",
              module, module.document(), e.getMessage()),
          e);
    }
  }

  private static boolean isNotThere(ArtifactResolutionException e) {
    return e.getResults().stream()
        .flatMap(result -> result.getExceptions().stream())
        .allMatch(ArtifactNotFoundException.class::isInstance);
  }
}
