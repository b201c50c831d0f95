package io.github.lambdalayer.mojo;

import io.github.lambdalayer.layer.InvalidInputException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.maven.artifact.Artifact;

/** {@code <includes>} and {@code <excludes>}, in Maven's usual patterns. */
final class DependencyFilter {

  private static final String NEGATION = "Use <excludes> for what is to be left out.";

  /** What passed and what did not. */
  record Filtered(List<Artifact> kept, List<Artifact> leftOut) {}

  private final DependencyPatterns includes;
  private final DependencyPatterns excludes;

  DependencyFilter(List<String> includes, List<String> excludes) {
    this.includes = new DependencyPatterns("includes", includes, NEGATION);
    this.excludes = new DependencyPatterns("excludes", excludes, NEGATION);
  }

  /**
   * Applies both.
   *
   * @throws InvalidInputException if a pattern matches nothing: it is misspelt, or out of date
   */
  Filtered apply(Collection<Artifact> artifacts) {
    includes.refuseUnmatched(artifacts);
    excludes.refuseUnmatched(artifacts);
    var kept = new ArrayList<Artifact>();
    var leftOut = new ArrayList<Artifact>();
    for (Artifact artifact : artifacts) {
      boolean passes =
          (includes.isEmpty() || includes.matches(artifact)) && !excludes.matches(artifact);
      (passes ? kept : leftOut).add(artifact);
    }
    return new Filtered(kept, leftOut);
  }
}
