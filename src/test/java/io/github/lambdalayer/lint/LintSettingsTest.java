package io.github.lambdalayer.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.lint.LintSettings.RuleLevel;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LintSettingsTest {

  private static final Finding EMPTY = Rule.EMPTY_JAR.found("An empty JAR.", "Leave it out.");
  private static final Finding NAME = Rule.JAR_NAME.found("An odd name.", "Rename it.");

  private static LintSettings settings(Rule rule, String level) {
    return new LintSettings(List.of(new RuleLevel(rule, Level.parse(rule, level))), FailOn.ERROR);
  }

  @ParameterizedTest
  @CsvSource({"error, ERROR", "Warning, WARNING", " note , NOTE"})
  void aRuleGetsTheSeverityThatTheUserGaveIt(String level, Severity severity) {
    assertThat(settings(Rule.EMPTY_JAR, level).apply(List.of(EMPTY, NAME)))
        .containsExactly(EMPTY.with(severity), NAME);
  }

  @Test
  void whatIsOffIsNotTold() {
    assertThat(settings(Rule.EMPTY_JAR, "off").apply(List.of(EMPTY, NAME))).containsExactly(NAME);
  }

  @Test
  void theLastWordCounts() {
    var settings =
        new LintSettings(
            List.of(
                new RuleLevel(Rule.EMPTY_JAR, Level.OFF),
                new RuleLevel(Rule.EMPTY_JAR, Level.ERROR)),
            FailOn.ERROR);

    assertThat(settings.apply(List.of(EMPTY))).containsExactly(EMPTY.with(Severity.ERROR));
  }

  @Test
  void refusesALevelThatIsNone() {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> settings(Rule.EMPTY_JAR, "ignore"))
        .withMessage("<lint> has 'ignore' for empty-jar: set it to error, warning, note or off.");
  }

  @Test
  void theFailureNamesWhatFailsAndRemembersAll() {
    var failure =
        new FindingsException(
            "It is not built:", List.of(EMPTY, NAME.with(Severity.ERROR)), LintSettings.DEFAULT);

    assertThat(failure).hasMessage("It is not built:\n- [jar-name] An odd name. Rename it.");
    assertThat(failure.findings()).hasSize(2);
  }

  @Test
  void aMessageOfSeveralLinesHasItsFixOnALineOfItsOwn() {
    assertThat(Rule.EMPTY_JAR.found("Two:\n  a\n  b", "Leave them out.").text())
        .isEqualTo("[empty-jar] Two:\n  a\n  b\nLeave them out.");
    assertThat(Rule.EMPTY_JAR.found("One.", "").text()).isEqualTo("[empty-jar] One.");
  }
}
