package io.github.lambdalayer.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.lambdalayer.layer.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What users and machines know of the rules, in the code and in {@code docs/findings}. */
final class RuleTest {

  private static final Path PAGES = Path.of("docs", "findings");
  private static final Path INDEX = PAGES.resolve("README.md");

  @ParameterizedTest
  @EnumSource
  void hasAPageThatTellsItsSeverity(Rule rule) throws IOException {
    List<String> page = Files.readAllLines(PAGES.resolve(rule.id() + ".md"));

    assertThat(page.get(0)).startsWith("# " + rule.id() + ": ");
    assertThat(page)
        .anyMatch(
            line ->
                line.startsWith("Severity: " + rule.severity().name().toLowerCase(Locale.ROOT)));
  }

  @ParameterizedTest
  @EnumSource
  void isInTheIndex(Rule rule) throws IOException {
    String severity = rule.severity().name().toLowerCase(Locale.ROOT);

    assertThat(Files.readAllLines(INDEX))
        .contains(
            "| [`"
                + rule.id()
                + "`]("
                + rule.id()
                + ".md) | "
                + severity
                + " | "
                + rule.title()
                + " |");
  }

  @Test
  void noPageIsLeftOver() throws IOException {
    try (Stream<Path> pages = Files.list(PAGES)) {
      assertThat(pages.filter(page -> !page.equals(INDEX)))
          .extracting(page -> page.getFileName().toString().replace(".md", ""))
          .containsExactlyInAnyOrderElementsOf(Arrays.stream(Rule.values()).map(Rule::id).toList());
    }
  }

  @Test
  void isFoundByItsId() {
    assertThat(Rule.values())
        .allSatisfy(rule -> assertThat(Rule.parse(" " + rule.id() + " ")).isEqualTo(rule));
  }

  @Test
  void refusesAnIdThatIsNone() {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> Rule.parse("empty-jars"))
        .withMessage(
            "<lint> has 'empty-jars', which is no finding of this release. Did you mean empty-jar?");
  }

  @Test
  void namesAllWhereNoneIsNear() {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> Rule.parse("colour"))
        .withMessageStartingWith(
            "<lint> has 'colour', which is no finding of this release. There are:")
        .withMessageContaining("\n  empty-jar\n");
  }
}
