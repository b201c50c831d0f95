package io.github.lambdalayer.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.lambdalayer.layer.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FailOnTest {

  @ParameterizedTest
  @CsvSource({
    "error, true, false, false",
    "warning, true, true, false",
    "never, false, false, false",
    "Error, true, false, false"
  })
  void failsFromASeverityOn(String value, boolean error, boolean warning, boolean note) {
    FailOn failOn = FailOn.parse(value);

    Finding finding = Rule.CLASS_VERSION.found("message", "fix");

    assertThat(failOn.fails(finding.with(Severity.ERROR))).isEqualTo(error);
    assertThat(failOn.fails(finding.with(Severity.WARNING))).isEqualTo(warning);
    assertThat(failOn.fails(finding.with(Severity.NOTE))).isEqualTo(note);
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> FailOn.parse("info"))
        .withMessage("<failOn> is 'info': set it to error, warning or never.");
  }
}
