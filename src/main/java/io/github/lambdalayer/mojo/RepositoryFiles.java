package io.github.lambdalayer.mojo;

import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;

/** Artifacts of this build or of Maven repositories, as far as they can be had. */
final class RepositoryFiles {

  private final CheckMojo mojo;

  RepositoryFiles(CheckMojo mojo) {
    this.mojo = mojo;
  }

  /** The file of an artifact; nothing where it is not there or no repository answers. */
  Optional<Path> find(Artifact artifact) {
    var request = new ArtifactRequest(artifact, mojo.project.getRemoteProjectRepositories(), null);
    try {
      return Optional.of(
          mojo.repository
              .resolveArtifact(mojo.session.getRepositorySession(), request)
              .getArtifact()
              .getFile()
              .toPath());
    } catch (ArtifactResolutionException e) {
      mojo.getLog().debug("Not to be had: " + artifact, e);
      return Optional.empty();
    }
  }
}
