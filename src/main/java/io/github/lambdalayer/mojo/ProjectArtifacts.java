package io.github.lambdalayer.mojo;

import io.github.lambdalayer.content.DeclaredLicenses;
import io.github.lambdalayer.content.LayerArtifact;
import io.github.lambdalayer.content.PlacedArtifact;
import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.Messages;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;

/** The artifacts of a Maven project that belong in its layer. */
final class ProjectArtifacts {

  private final MavenProject project;
  private final MavenSession session;
  private final RepositorySystem repository;
  private final Log log;
  private final PomLicenses poms;

  ProjectArtifacts(
      MavenProject project, MavenSession session, RepositorySystem repository, Log log) {
    this.project = project;
    this.session = session;
    this.repository = repository;
    this.log = log;
    this.poms = new PomLicenses(session.getRepositorySession().getLocalRepositoryManager());
  }

  /**
   * What belongs in the layer.
   *
   * @param classPath the JARs for {@code java/lib}
   * @param placed what mappings send elsewhere
   */
  record Selected(List<LayerArtifact> classPath, List<PlacedArtifact> placed) {}

  /**
   * The project's own JAR, if asked for, and the run-time dependencies that pass the filter.
   *
   * @param mappings where artifacts go that do not belong in {@code java/lib}
   * @throws InvalidInputException if a mapping matches none of them, or one has no place
   */
  Selected collect(boolean includeProject, DependencyFilter filter, List<Mapping> mappings) {
    List<Artifact> candidates = candidates(includeProject, filter);
    mappings.forEach(
        mapping ->
            mapping
                .pattern()
                .refuseUnmatched(candidates, "artifact that goes into the layer", "artifacts"));
    var classPath = new ArrayList<LayerArtifact>();
    var placed = new ArrayList<PlacedArtifact>();
    for (Artifact candidate : candidates) {
      List<Mapping> own = mappings.stream().filter(m -> m.pattern().matches(candidate)).toList();
      if (own.isEmpty()) {
        onClassPath(candidate).ifPresent(classPath::add);
      } else {
        LayerArtifact artifact = layerArtifact(candidate);
        own.forEach(mapping -> placed.add(mapping.place(artifact)));
      }
    }
    return new Selected(classPath, placed);
  }

  /** All that could go into the layer; a POM stands for its dependencies and brings no file. */
  private List<Artifact> candidates(boolean includeProject, DependencyFilter filter) {
    var candidates = new ArrayList<Artifact>();
    if (includeProject && isJar(project.getArtifact())) {
      candidates.add(project.getArtifact());
    } else if (includeProject) {
      log.debug("Packaging " + project.getPackaging() + " makes no JAR.");
    }
    var filtered = filter.apply(project.getArtifacts());
    for (Artifact artifact : filtered.leftOut()) {
      log.info("Left out by the filter: " + artifact.getId());
    }
    for (Artifact artifact : filtered.kept()) {
      if ("pom".equals(artifact.getType())) {
        log.debug("Brings no file: " + artifact.getId());
      } else {
        candidates.add(artifact);
      }
    }
    return candidates;
  }

  /** What no mapping sends elsewhere; what is no JAR is not to be guessed. */
  private Optional<LayerArtifact> onClassPath(Artifact artifact) {
    if (!isJar(artifact)) {
      throw new InvalidInputException(
          Messages.format(
              "The dependency %s is no JAR, and java/lib takes nothing else. Say where it goes with"
                  + " <mappings><mapping><artifact>%s:%s:%s</artifact><to>lib/</to></mapping></mappings>"
                  + " (and <unpack>true</unpack> for what is in it), or leave it out with"
                  + " <excludes><exclude>%s:%s</exclude></excludes>.",
              artifact.getId(),
              artifact.getGroupId(),
              artifact.getArtifactId(),
              artifact.getType(),
              artifact.getGroupId(),
              artifact.getArtifactId()));
    }
    if (artifact != project.getArtifact() && !artifact.getArtifactHandler().isAddedToClasspath()) {
      log.info("Left out, for its type is not on the class path: " + artifact.getId());
      return Optional.empty();
    }
    return Optional.of(layerArtifact(artifact));
  }

  private LayerArtifact layerArtifact(Artifact artifact) {
    return artifact == project.getArtifact() ? own(artifact) : dependency(artifact);
  }

  private LayerArtifact own(Artifact artifact) {
    File file = artifact.getFile();
    if (file == null || file.isDirectory()) {
      throw new InvalidInputException(
          Messages.format(
              "%s has no JAR yet. Run the phase that makes it (mvn package), or leave it out with"
                  + " -DlambdaLayer.includeProject=false.",
              artifact.getId()));
    }
    return new LayerArtifact(
        artifact.getGroupId(),
        artifact.getArtifactId(),
        artifact.getBaseVersion(),
        "",
        "jar",
        file.toPath(),
        List.of(artifact.getId()),
        Licenses.of(project.getLicenses()),
        true);
  }

  private LayerArtifact dependency(Artifact artifact) {
    List<String> trail = artifact.getDependencyTrail();
    boolean isOfThisBuild = isOfThisBuild(artifact);
    Supplier<List<String>> licenses = () -> licenses(artifact, isOfThisBuild);
    return new LayerArtifact(
        artifact.getGroupId(),
        artifact.getArtifactId(),
        artifact.getBaseVersion(),
        artifact.hasClassifier() ? artifact.getClassifier() : "",
        artifact.getArtifactHandler().getExtension(),
        file(artifact),
        trail == null ? List.of(artifact.getId()) : trail,
        isOfThisBuild || artifact.isSnapshot()
            ? DeclaredLicenses.of(licenses.get())
            : DeclaredLicenses.inPom(licenses),
        isOfThisBuild);
  }

  /** What the local repository has of a module is from another build. */
  private List<String> licenses(Artifact artifact, boolean isOfThisBuild) {
    return (isOfThisBuild ? Optional.<List<String>>empty() : poms.of(artifact))
        .orElseGet(() -> Licenses.of(artifact, repository, session, project));
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
              "%s is a module of this build and has no %s yet (%s). Run the phase that makes it:"
                  + " mvn package.",
              artifact.getId(), isJar(artifact) ? "JAR" : "file", file));
    }
    return file.toPath();
  }

  private static boolean isJar(Artifact artifact) {
    return "jar".equals(artifact.getArtifactHandler().getExtension());
  }
}
