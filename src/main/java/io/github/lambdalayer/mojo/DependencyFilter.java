package io.github.lambdalayer.mojo;

import io.github.lambdalayer.layer.InvalidInputException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.maven.artifact.Artifact;

/** {@code <includes>} and {@code <excludes>}, in Maven's usual patterns. */
final class DependencyFilter {

  /** What passed and what did not. */
  record Filtered(List<Artifact> kept, List<Artifact> leftOut) {}

  private final List<ArtifactPattern> includes;
  private final List<ArtifactPattern> excludes;

  DependencyFilter(List<String> includes, List<String> excludes) {
    this.includes = parsed("includes", includes);
    this.excludes = parsed("excludes", excludes);
  }

  private static List<ArtifactPattern> parsed(String parameter, List<String> patterns) {
    return patterns.stream().map(pattern -> ArtifactPattern.parse(parameter, pattern)).toList();
  }

  /**
   * Applies both.
   *
   * @throws InvalidInputException if a pattern matches nothing: it is misspelt, or out of date
   */
  Filtered apply(Collection<Artifact> artifacts) {
    refuseUnmatched(includes, artifacts);
    refuseUnmatched(excludes, artifacts);
    var kept = new ArrayList<Artifact>();
    var leftOut = new ArrayList<Artifact>();
    for (Artifact artifact : artifacts) {
      boolean passes =
          (includes.isEmpty() || matches(includes, artifact)) && !matches(excludes, artifact);
      (passes ? kept : leftOut).add(artifact);
    }
    return new Filtered(kept, leftOut);
  }

  private static boolean matches(List<ArtifactPattern> patterns, Artifact artifact) {
    return patterns.stream().anyMatch(pattern -> pattern.matches(artifact));
  }

  private static void refuseUnmatched(
      List<ArtifactPattern> patterns, Collection<Artifact> artifacts) {
    for (ArtifactPattern pattern : patterns) {
      pattern.refuseUnmatched(artifacts, "dependency of scope compile or runtime", "dependencies");
    }
  }
}
