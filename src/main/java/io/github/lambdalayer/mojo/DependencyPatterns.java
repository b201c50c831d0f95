package io.github.lambdalayer.mojo;

import io.github.lambdalayer.layer.InvalidInputException;
import java.util.Collection;
import java.util.List;
import org.apache.maven.artifact.Artifact;

/** Dependencies by Maven's usual patterns. */
final class DependencyPatterns {

  private static final String ALL = "*";

  private final List<ArtifactPattern> patterns;
  private final String scopes;

  /**
   * The patterns of a parameter.
   *
   * @param scopes which dependencies they choose from, for messages
   * @throws InvalidInputException if one is none
   */
  DependencyPatterns(String parameter, List<String> patterns, String scopes) {
    this.patterns =
        patterns.stream().map(pattern -> ArtifactPattern.parse(parameter, pattern)).toList();
    this.scopes = scopes;
  }

  /** Those of what a layer holds. */
  static DependencyPatterns ofRuntime(String parameter, List<String> patterns) {
    return new DependencyPatterns(parameter, patterns, " of scope compile or runtime");
  }

  boolean isEmpty() {
    return patterns.isEmpty();
  }

  boolean matches(Artifact artifact) {
    return patterns.stream().anyMatch(pattern -> pattern.matches(artifact));
  }

  /**
   * Makes sure that each pattern matches something; {@code *} is neither misspelt nor out of date.
   *
   * @throws InvalidInputException if one matches nothing
   */
  void refuseUnmatched(Collection<Artifact> artifacts) {
    for (ArtifactPattern pattern : patterns) {
      if (!pattern.text().equals(ALL)) {
        pattern.refuseUnmatched(artifacts, "dependency" + scopes, "dependencies");
      }
    }
  }
}
