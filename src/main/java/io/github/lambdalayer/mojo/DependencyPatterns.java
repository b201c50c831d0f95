package io.github.lambdalayer.mojo;

import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.Messages;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.shared.artifact.filter.PatternIncludesArtifactFilter;

/** Dependencies by Maven's usual patterns. */
final class DependencyPatterns {

  /** How they are written, for messages. */
  static final String SYNTAX =
      "Patterns are groupId:artifactId[:type[:classifier]][:version], with '*'.";

  private static final String ALL = "*";

  private final String parameter;
  private final Map<String, PatternIncludesArtifactFilter> filters = new LinkedHashMap<>();

  /**
   * The patterns of a parameter.
   *
   * @param negation what to use in place of a pattern with {@code !}
   * @throws InvalidInputException if one is none
   */
  DependencyPatterns(String parameter, List<String> patterns, String negation) {
    this.parameter = parameter;
    for (String pattern : patterns) {
      filters.put(pattern.trim(), filter(pattern.trim(), negation));
    }
  }

  private PatternIncludesArtifactFilter filter(String pattern, String negation) {
    if (pattern.startsWith("!")) {
      throw new InvalidInputException(
          Messages.format("<%s> has '%s': there is no negation. %s", parameter, pattern, negation));
    }
    try {
      return new PatternIncludesArtifactFilter(List.of(pattern));
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException(
          Messages.format("<%s> has '%s', which is no pattern. %s", parameter, pattern, SYNTAX), e);
    }
  }

  boolean isEmpty() {
    return filters.isEmpty();
  }

  boolean matches(Artifact artifact) {
    return filters.values().stream().anyMatch(filter -> filter.include(artifact));
  }

  /**
   * Makes sure that each pattern matches something; {@code *} is neither misspelt nor out of date.
   *
   * @throws InvalidInputException if one matches nothing
   */
  void refuseUnmatched(Collection<Artifact> artifacts) {
    filters.forEach(
        (pattern, filter) -> {
          if (!pattern.equals(ALL) && artifacts.stream().noneMatch(filter::include)) {
            throw new InvalidInputException(
                Messages.format(
                    "<%s> has '%s', which matches no dependency of scope compile or runtime. %s The"
                        + " dependencies are: %s",
                    parameter,
                    pattern,
                    SYNTAX,
                    artifacts.stream().map(Artifact::getId).sorted().toList()));
          }
        });
  }
}
