package io.github.lambdalayer.lint;

import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.Messages;
import java.util.Arrays;
import java.util.Locale;

/** What fails the build. */
public enum FailOn {
  ERROR,
  WARNING,
  NEVER;

  /**
   * The value of the parameter.
   *
   * @throws InvalidInputException if there is none of that name
   */
  public static FailOn parse(String text) {
    return Arrays.stream(values())
        .filter(value -> value.id().equalsIgnoreCase(text.trim()))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInputException(
                    Messages.format("<failOn> is '%s': set it to error, warning or never.", text)));
  }

  /** The name that users know it by. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean fails(Finding finding) {
    return switch (this) {
      case ERROR -> finding.severity() == Severity.ERROR;
      case WARNING -> finding.severity() != Severity.NOTE;
      case NEVER -> false;
    };
  }
}
