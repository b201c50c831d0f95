package io.github.lambdalayer.mojo;

import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.Messages;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.shared.artifact.filter.PatternIncludesArtifactFilter;

/** {@code <includes>} and {@code <excludes>} and their like, in Maven's usual patterns. */
final class DependencyFilter {

  private static final String SYNTAX =
      "Patterns are groupId:artifactId[:type[:classifier]][:version], with '*'.";

  /** What passed and what did not. */
  record Filtered(List<Artifact> kept, List<Artifact> leftOut) {}

  private final Map<String, PatternIncludesArtifactFilter> includes;
  private final Map<String, PatternIncludesArtifactFilter> excludes;
  private final String excludesName;
  private final String scopes;

  DependencyFilter(List<String> includes, List<String> excludes) {
    this(includes, "excludes", excludes, " of scope compile or runtime");
  }

  private DependencyFilter(
      List<String> includes, String excludesName, List<String> excludes, String scopes) {
    this.includes = byPattern("includes", includes);
    this.excludes = byPattern(excludesName, excludes);
    this.excludesName = excludesName;
    this.scopes = scopes;
  }

  /** The same for another parameter that leaves artifacts of any scope out. */
  static DependencyFilter excluding(String parameter, List<String> patterns) {
    return new DependencyFilter(List.of(), parameter, patterns, "");
  }

  private static Map<String, PatternIncludesArtifactFilter> byPattern(
      String parameter, List<String> patterns) {
    var filters = new LinkedHashMap<String, PatternIncludesArtifactFilter>();
    for (String pattern : patterns) {
      String trimmed = pattern.trim();
      filters.put(trimmed, filter(parameter, trimmed));
    }
    return filters;
  }

  private static PatternIncludesArtifactFilter filter(String parameter, String pattern) {
    if (pattern.startsWith("!")) {
      throw new InvalidInputException(
          Messages.format(
              "<%s> has '%s': there is no negation. Use <excludes> for what is to be left out.",
              parameter, pattern));
    }
    try {
      return new PatternIncludesArtifactFilter(List.of(pattern));
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException(
          Messages.format("<%s> has '%s', which is no pattern. %s", parameter, pattern, SYNTAX), e);
    }
  }

  /**
   * Applies both.
   *
   * @throws InvalidInputException if a pattern matches nothing: it is misspelt, or out of date
   */
  Filtered apply(Collection<Artifact> artifacts) {
    refuseUnmatched("includes", includes, artifacts);
    refuseUnmatched(excludesName, excludes, artifacts);
    var kept = new ArrayList<Artifact>();
    var leftOut = new ArrayList<Artifact>();
    for (Artifact artifact : artifacts) {
      boolean passes =
          (includes.isEmpty() || matches(includes, artifact)) && !matches(excludes, artifact);
      (passes ? kept : leftOut).add(artifact);
    }
    return new Filtered(kept, leftOut);
  }

  private static boolean matches(
      Map<String, PatternIncludesArtifactFilter> filters, Artifact artifact) {
    return filters.values().stream().anyMatch(filter -> filter.include(artifact));
  }

  private void refuseUnmatched(
      String parameter,
      Map<String, PatternIncludesArtifactFilter> filters,
      Collection<Artifact> artifacts) {
    filters.forEach(
        (pattern, filter) -> {
          if (artifacts.stream().noneMatch(filter::include)) {
            throw new InvalidInputException(
                Messages.format(
                    "<%s> has '%s', which matches no dependency%s. %s The dependencies are: %s",
                    parameter,
                    pattern,
                    scopes,
                    SYNTAX,
                    artifacts.stream().map(Artifact::getId).sorted().toList()));
          }
        });
  }
}
