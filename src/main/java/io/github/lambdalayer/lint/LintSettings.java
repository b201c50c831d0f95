package io.github.lambdalayer.lint;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the user wants to be told, and what fails the build.
 *
 * @param levels what was said of single rules; of one that is named twice the last word counts
 * @param failOn what fails the build
 */
public record LintSettings(List<RuleLevel> levels, FailOn failOn) {

  /** What holds where the user says nothing. */
  public static final LintSettings DEFAULT = new LintSettings(List.of(), FailOn.ERROR);

  public LintSettings {
    levels = List.copyOf(levels);
  }

  /**
   * What was said of a rule.
   *
   * @param rule the rule
   * @param level what is made of what it finds
   */
  public record RuleLevel(Rule rule, Level level) {}

  /** The findings with the severities that the user gave, without those that are off. */
  public List<Finding> apply(List<Finding> findings) {
    return findings.stream().flatMap(this::apply).toList();
  }

  /** Whether the user does not want to be told of a rule. */
  boolean isOff(Rule rule) {
    return level(rule).filter(level -> level == Level.OFF).isPresent();
  }

  private Optional<Level> level(Rule rule) {
    return levels.stream()
        .filter(one -> one.rule() == rule)
        .map(RuleLevel::level)
        .reduce((earlier, later) -> later);
  }

  private Stream<Finding> apply(Finding finding) {
    Optional<Level> level = level(finding.rule());
    return level.isEmpty()
        ? Stream.of(finding)
        : level.get().severity().map(finding::with).stream();
  }

  /** Those among the findings that fail the build. */
  public List<Finding> failing(List<Finding> findings) {
    return findings.stream().filter(failOn::fails).toList();
  }
}
