package io.github.lambdalayer.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.lambdalayer.layer.InvalidInputException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ExecutablesTest {

  @ParameterizedTest
  @ValueSource(strings = {"bin/a", "bin/deep/down/a", "extensions/my-extension", "bootstrap"})
  void whatLambdaStartsIsExecutable(String path) {
    assertThat(new Executables(List.of()).test(path)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a", "java/lib/a.jar", "sub/bootstrap", "sub/bin/a", "bin", "binary/a", "Bin/a"})
  void everythingElseIsNot(String path) {
    assertThat(new Executables(List.of()).test(path)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "wrapper, wrapper, true",
    "wrapper, sub/wrapper, false",
    "**/*.sh, a/b/c.sh, true",
    "**/*.sh, c.sh, true",
    "*.sh, a/c.sh, false",
    "tools/**, tools/a/b, true",
    "Wrapper, wrapper, false",
    "**, java/lib/a.jar, false",
    "**, java/lib/a.sh, true"
  })
  void patternsAreAntsAndCaseCounts(String pattern, String path, boolean expected) {
    assertThat(new Executables(List.of(pattern)).test(path)).isEqualTo(expected);
  }

  @Test
  void aPatternThatMatchedNothingIsRefused() {
    var executables = new Executables(List.of("wrapper", "misspelt", "also/*.missing"));
    executables.test("wrapper");

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> executables.refuseUnmatched())
        .withMessage(
            "<executables> has [also/*.missing, misspelt], which matches no file of the"
                + " layer. Patterns are relative to its root, with '/', '*' and '**'; the JARs in"
                + " java/lib do not count.");
  }

  @Test
  void everyPatternThatMatchesCounts() {
    var executables = new Executables(List.of("*.sh", "run.*"));
    executables.test("run.sh");

    assertThatCode(() -> executables.refuseUnmatched()).doesNotThrowAnyException();
  }
}
