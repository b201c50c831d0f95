package io.github.lambdalayer.mojo;

import io.github.lambdalayer.lint.FunctionArtifact;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.project.MavenProject;

/** What a function is built with, as Maven has resolved it. */
final class FunctionArtifacts {

  private final Collection<Artifact> artifacts;

  FunctionArtifacts(MavenProject project) {
    // A POM stands for its dependencies and brings no file; what the machine has, no layer holds.
    this.artifacts =
        project.getArtifacts().stream()
            .filter(artifact -> !"pom".equals(artifact.getType()))
            .filter(artifact -> !Artifact.SCOPE_SYSTEM.equals(artifact.getScope()))
            .toList();
  }

  /** All of them. */
  List<FunctionArtifact> all() {
    return artifacts.stream().map(FunctionArtifacts::artifact).toList();
  }

  /** All but those that match a pattern, sorted by coordinates. */
  List<FunctionArtifact> without(List<String> allowed) {
    var filter = DependencyFilter.excluding("allowedDifferences", allowed);
    var found = new ArrayList<FunctionArtifact>();
    filter.apply(artifacts).kept().stream()
        .sorted()
        .map(FunctionArtifacts::artifact)
        .forEach(found::add);
    return found;
  }

  /** The JARs that are on the function's class path at run time, those without a file left out. */
  Map<FunctionArtifact, Path> bundled() {
    var files = new LinkedHashMap<FunctionArtifact, Path>();
    for (Artifact artifact : artifacts) {
      FunctionArtifact described = artifact(artifact);
      File file = artifact.getFile();
      if (described.use() == FunctionArtifact.Use.BUNDLED
          && artifact.getArtifactHandler().isAddedToClasspath()
          && file != null
          && file.isFile()) {
        files.put(described, file.toPath());
      }
    }
    return files;
  }

  private static FunctionArtifact artifact(Artifact artifact) {
    List<String> trail = artifact.getDependencyTrail();
    return new FunctionArtifact(
        artifact.getGroupId(),
        artifact.getArtifactId(),
        artifact.getArtifactHandler().getExtension(),
        artifact.hasClassifier() ? artifact.getClassifier() : "",
        artifact.getBaseVersion(),
        use(artifact.getScope()),
        trail == null ? List.of(artifact.getId()) : trail);
  }

  private static FunctionArtifact.Use use(String scope) {
    return switch (scope) {
      case Artifact.SCOPE_COMPILE, Artifact.SCOPE_RUNTIME -> FunctionArtifact.Use.BUNDLED;
      case Artifact.SCOPE_TEST -> FunctionArtifact.Use.TEST;
      default -> FunctionArtifact.Use.PROVIDED;
    };
  }
}
