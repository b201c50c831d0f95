package io.github.lambdalayer.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LambdaRuntimeTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java8",
        "java8.al2",
        "java8.al2023",
        "java11",
        "java11.al2023",
        "java17",
        "java17.al2023",
        "java21",
        "java25",
        "nodejs22.x",
        "python3.13",
        "ruby3.4",
        "dotnet8",
        "dotnetcore3.1",
        "go1.x",
        "provided",
        "provided.al2",
        "provided.al2023"
      })
  void knowsTheRuntimesOfLambda(String id) {
    assertThat(new LambdaRuntime(id).isKnown()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"java29", "java21.al2026", "java12", "jav21", "cobol85"})
  void takesARuntimeItDoesNotKnow(String id) {
    var runtime = new LambdaRuntime(id);

    assertThat(runtime.isKnown()).isFalse();
    assertThat(runtime).hasToString(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Java21", "java 21", "java_21", "java21,java25", ".java"})
  void refusesWhatCanBeNoIdentifier(String id) {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> new LambdaRuntime(id))
        .withMessageContaining("<compatibleRuntimes> has '" + id + "'")
        .withMessageContaining("java21")
        .withMessageContaining("-DlambdaLayer.compatibleRuntimes");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0|java8 java8.al2 java8.al2023 java11 java11.al2023 java17 java17.al2023 java21 java25",
        "8|java8 java8.al2 java8.al2023 java11 java11.al2023 java17 java17.al2023 java21 java25",
        "9|java11 java11.al2023 java17 java17.al2023 java21 java25",
        "11|java11 java11.al2023 java17 java17.al2023 java21 java25",
        "17|java17 java17.al2023 java21 java25",
        "18|java21 java25",
        "21|java21 java25",
        "25|java25"
      })
  void everyJavaRuntimeOfThatReleaseAndNewerRunsIt(int release, String expected) {
    assertThat(LambdaRuntime.javaRuntimesFor(release))
        .extracting(LambdaRuntime::id)
        .containsExactly(expected.split(" ", -1));
  }

  @Test
  void noRuntimeRunsAReleaseThatIsTooNew() {
    assertThat(LambdaRuntime.javaRuntimesFor(LambdaRuntime.newestJavaRelease())).isNotEmpty();
    assertThat(LambdaRuntime.javaRuntimesFor(LambdaRuntime.newestJavaRelease() + 1)).isEmpty();
  }
}
