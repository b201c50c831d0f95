package io.github.lambdalayer.mojo;

import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.Messages;
import java.util.Collection;
import java.util.List;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.shared.artifact.filter.PatternIncludesArtifactFilter;

/**
 * Artifacts in Maven's usual pattern.
 *
 * @param parameter the parameter it was said in
 * @param text the pattern
 * @param filter what matches
 */
record ArtifactPattern(String parameter, String text, PatternIncludesArtifactFilter filter) {

  private static final String SYNTAX =
      "Patterns are groupId:artifactId[:type[:classifier]][:version], with '*'.";

  /**
   * Reads a pattern.
   *
   * @throws InvalidInputException if it is none
   */
  static ArtifactPattern parse(String parameter, String text) {
    String pattern = text.trim();
    if (pattern.startsWith("!")) {
      throw new InvalidInputException(
          Messages.format(
              "<%s> has '%s': there is no negation. Name what is meant.", parameter, pattern));
    }
    try {
      return new ArtifactPattern(
          parameter, pattern, new PatternIncludesArtifactFilter(List.of(pattern)));
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException(
          Messages.format("<%s> has '%s', which is no pattern. %s", parameter, pattern, SYNTAX), e);
    }
  }

  boolean matches(Artifact artifact) {
    return filter.include(artifact);
  }

  /**
   * Refuses a pattern that matches nothing: it is misspelt, or out of date.
   *
   * @param what what could have been matched, in the plural, for the message
   */
  void refuseUnmatched(Collection<Artifact> artifacts, String singular, String what) {
    if (artifacts.stream().noneMatch(this::matches)) {
      throw new InvalidInputException(
          Messages.format(
              "<%s> has '%s', which matches no %s. %s The %s are: %s",
              parameter,
              text,
              singular,
              SYNTAX,
              what,
              artifacts.stream().map(Artifact::getId).sorted().toList()));
    }
  }
}
