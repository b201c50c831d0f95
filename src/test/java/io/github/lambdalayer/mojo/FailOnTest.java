package io.github.lambdalayer.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.lint.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FailOnTest {

  @ParameterizedTest
  @CsvSource({"error, true, false", "warning, true, true", "never, false, false"})
  void failsFromASeverityOn(String value, boolean error, boolean warning) {
    FailOn failOn = FailOn.parse(value);

    assertThat(failOn.fails(new Finding(Finding.Severity.ERROR, ""))).isEqualTo(error);
    assertThat(failOn.fails(new Finding(Finding.Severity.WARNING, ""))).isEqualTo(warning);
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> FailOn.parse("info"))
        .withMessage("<failOn> is 'info': set it to error, warning or never.");
  }
}
