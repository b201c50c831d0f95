package io.github.lambdalayer.lint;

import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.Messages;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the user makes of what a rule finds. */
public enum Level {
  ERROR,
  WARNING,
  NOTE,
  /** Nothing is said of it at all. */
  OFF;

  /**
   * The value that the user gave for a rule.
   *
   * @throws InvalidInputException if there is none of that name
   */
  public static Level parse(Rule rule, String text) {
    return Arrays.stream(values())
        .filter(level -> level.name().equals(text.trim().toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInputException(
                    Messages.format(
                        "<lint> has '%s' for %s: set it to error, warning, note or off.",
                        text, rule.id())));
  }

  /** The severity; none where nothing is said. */
  Optional<Severity> severity() {
    return this == OFF ? Optional.empty() : Optional.of(Severity.valueOf(name()));
  }
}
