package io.github.lambdalayer.mojo;

import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.lint.Finding;
import java.util.Arrays;
import java.util.Locale;

/** What fails the build. */
enum FailOn {
  ERROR,
  WARNING,
  NEVER;

  /**
   * The value of the parameter.
   *
   * @throws InvalidInputException if there is none of that name
   */
  static FailOn parse(String text) {
    return Arrays.stream(values())
        .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(text.trim()))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInputException(
                    Messages.format("<failOn> is '%s': set it to error, warning or never.", text)));
  }

  boolean fails(Finding finding) {
    return switch (this) {
      case ERROR -> finding.severity() == Finding.Severity.ERROR;
      case WARNING -> true;
      case NEVER -> false;
    };
  }
}
