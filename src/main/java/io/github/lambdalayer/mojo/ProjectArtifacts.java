package io.github.lambdalayer.mojo;

import io.github.lambdalayer.content.LayerArtifact;
import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.Messages;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;

/** The JARs of a Maven project that belong in its layer. */
final class ProjectArtifacts {

  private final MavenProject project;
  private final MavenSession session;
  private final RepositorySystem repository;
  private final Log log;

  ProjectArtifacts(
      MavenProject project, MavenSession session, RepositorySystem repository, Log log) {
    this.project = project;
    this.session = session;
    this.repository = repository;
    this.log = log;
  }

  /** The project's own JAR, if asked for, and the run-time class path that passes the filter. */
  List<LayerArtifact> collect(boolean includeProject, DependencyFilter filter) {
    var artifacts = new ArrayList<LayerArtifact>();
    if (includeProject) {
      own().ifPresent(artifacts::add);
    }
    var filtered = filter.apply(project.getArtifacts());
    for (Artifact artifact : filtered.leftOut()) {
      log.info("Left out by the filter: " + artifact.getId());
    }
    for (Artifact artifact : filtered.kept()) {
      if (isJar(artifact) && artifact.getArtifactHandler().isAddedToClasspath()) {
        artifacts.add(dependency(artifact));
      } else if (isJar(artifact)) {
        log.info("Left out, for its type is not on the class path: " + artifact.getId());
      } else {
        passOver(artifact);
      }
    }
    return artifacts;
  }

  private Optional<LayerArtifact> own() {
    Artifact artifact = project.getArtifact();
    if (!isJar(artifact)) {
      log.debug("Packaging " + project.getPackaging() + " makes no JAR.");
      return Optional.empty();
    }
    File file = artifact.getFile();
    if (file == null || file.isDirectory()) {
      throw new InvalidInputException(
          Messages.format(
              "%s has no JAR yet. Run the phase that makes it (mvn package), or leave it out with"
                  + " -DlambdaLayer.includeProject=false.",
              artifact.getId()));
    }
    return Optional.of(
        new LayerArtifact(
            artifact.getGroupId(),
            artifact.getArtifactId(),
            artifact.getBaseVersion(),
            "",
            "jar",
            file.toPath(),
            List.of(artifact.getId()),
            Licenses.of(project.getLicenses()),
            true));
  }

  private LayerArtifact dependency(Artifact artifact) {
    List<String> trail = artifact.getDependencyTrail();
    return new LayerArtifact(
        artifact.getGroupId(),
        artifact.getArtifactId(),
        artifact.getBaseVersion(),
        artifact.hasClassifier() ? artifact.getClassifier() : "",
        artifact.getArtifactHandler().getExtension(),
        file(artifact),
        trail == null ? List.of(artifact.getId()) : trail,
        Licenses.of(artifact, repository, session, project),
        isOfThisBuild(artifact));
  }

  /** Modules of the same reactor are built anew as the project's own JAR is. */
  private boolean isOfThisBuild(Artifact artifact) {
    List<MavenProject> modules =
        session.getAllProjects() == null ? session.getProjects() : session.getAllProjects();
    return modules.stream()
        .anyMatch(
            module ->
                module.getGroupId().equals(artifact.getGroupId())
                    && module.getArtifactId().equals(artifact.getArtifactId())
                    && module.getVersion().equals(artifact.getBaseVersion()));
  }

  private static Path file(Artifact artifact) {
    File file = artifact.getFile();
    if (file == null || file.isDirectory()) {
      throw new InvalidInputException(
          Messages.format(
              "%s is a module of this build and has no JAR yet (%s). Run the phase that makes it:"
                  + " mvn package.",
              artifact.getId(), file));
    }
    return file.toPath();
  }

  /** A POM stands for its dependencies and brings no file; what else it is, is not to be guessed. */
  private void passOver(Artifact artifact) {
    if (!"pom".equals(artifact.getType())) {
      throw new InvalidInputException(
          Messages.format(
              "The dependency %s is no JAR, and java/lib takes nothing else. Leave it out with"
                  + " <excludes><exclude>%s:%s</exclude></excludes>, and put its content below"
                  + " src/main/layer if the layer needs it.",
              artifact.getId(), artifact.getGroupId(), artifact.getArtifactId()));
    }
    log.debug("Brings no file: " + artifact.getId());
  }

  private static boolean isJar(Artifact artifact) {
    return "jar".equals(artifact.getArtifactHandler().getExtension());
  }
}
