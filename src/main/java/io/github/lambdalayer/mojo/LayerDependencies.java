package io.github.lambdalayer.mojo;

import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.model.Dependency;
import org.apache.maven.project.MavenProject;

/** The direct dependencies of a function, as far as they could be on modules that build layers. */
final class LayerDependencies {

  private final MavenProject project;

  LayerDependencies(MavenProject project) {
    this.project = project;
  }

  /** Those that are declared as one on a layer is. */
  List<Dependency> declaredWell() {
    return project.getDependencies().stream().filter(LayerDependencies::isDeclaredWell).toList();
  }

  /** All others. */
  List<Dependency> declaredOtherwise() {
    return project.getDependencies().stream()
        .filter(Predicate.not(LayerDependencies::isDeclaredWell))
        .toList();
  }

  private static boolean isDeclaredWell(Dependency dependency) {
    return Artifact.SCOPE_PROVIDED.equals(scope(dependency))
        && Parameters.text(dependency.getClassifier()) == null
        && List.of("pom", "jar").contains(type(dependency));
  }

  static String type(Dependency dependency) {
    return Objects.requireNonNullElse(dependency.getType(), "jar");
  }

  static String scope(Dependency dependency) {
    return Objects.requireNonNullElse(dependency.getScope(), Artifact.SCOPE_COMPILE);
  }

  /** The module that it is on. */
  LayerReference module(Dependency dependency) {
    return new LayerReference(
        dependency.getGroupId(), dependency.getArtifactId(), version(dependency), "");
  }

  /** The version as it was resolved, for the POM may name a range. */
  private String version(Dependency dependency) {
    return project.getArtifacts().stream()
        .filter(artifact -> artifact.getGroupId().equals(dependency.getGroupId()))
        .filter(artifact -> artifact.getArtifactId().equals(dependency.getArtifactId()))
        .filter(artifact -> artifact.getType().equals(type(dependency)))
        .map(Artifact::getBaseVersion)
        .findFirst()
        .orElse(dependency.getVersion());
  }
}
