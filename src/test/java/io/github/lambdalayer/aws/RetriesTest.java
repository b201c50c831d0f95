package io.github.lambdalayer.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.lambdalayer.aws.LambdaCallException.Kind;
import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class RetriesTest {

  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  private final FakePace pace = new FakePace();
  private final Retries retries = new Retries(new Timing(TIMEOUT, TIMEOUT, pace));
  private int calls;

  private Supplier<String> failing(int times, LambdaCallException failure) {
    return () -> {
      if (calls++ < times) {
        throw failure;
      }
      return "done";
    };
  }

  private static LambdaCallException failure(Kind kind) {
    return CallFailures.of(kind, "bad");
  }

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {"THROTTLED", "NOT_SENT", "UNCERTAIN"})
  void whatMayBeRepeatedIs(Kind kind) {
    assertThat(retries.repeatable(failing(2, failure(kind)))).isEqualTo("done");
    assertThat(calls).isEqualTo(3);
  }

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {"THROTTLED", "NOT_SENT"})
  void whatNeverReachedTheServiceIsRepeatedInAnyCase(Kind kind) {
    assertThat(retries.untilSent(failing(2, failure(kind)))).isEqualTo("done");
  }

  @ParameterizedTest
  @CsvSource({"REFUSED, true", "REFUSED, false", "UNCERTAIN, false"})
  void whatMustNotBeRepeatedIsNot(Kind kind, boolean isRepeatable) {
    Supplier<String> call = failing(1, failure(kind));

    assertThatExceptionOfType(LambdaCallException.class)
        .isThrownBy(() -> run(isRepeatable, call))
        .satisfies(e -> assertThat(e.kind()).isEqualTo(kind));
    assertThat(calls).isEqualTo(1);
    assertThat(pace.waited()).isZero();
  }

  private String run(boolean isRepeatable, Supplier<String> call) {
    return isRepeatable ? retries.repeatable(call) : retries.untilSent(call);
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void aHostThatCannotBeReachedIsTriedThreeTimes(boolean isRepeatable) {
    Supplier<String> call = failing(9, failure(Kind.NOT_SENT));

    assertThatExceptionOfType(LambdaCallException.class).isThrownBy(() -> run(isRepeatable, call));
    assertThat(calls).isEqualTo(3);
  }

  @Test
  void theServiceIsGivenTheTimeThatItAsksFor() {
    var busy =
        new LambdaCallException(
            Kind.THROTTLED, "busy", null, "TooManyRequests", 429, Duration.ofSeconds(7));

    retries.repeatable(failing(1, busy));

    assertThat(pace.waits())
        .singleElement()
        .satisfies(wait -> assertThat(wait).isGreaterThanOrEqualTo(Duration.ofSeconds(7)));
  }

  @Test
  void aCallIsGivenUpWhenItsTimeIsOver() {
    Supplier<String> call = failing(1000, failure(Kind.THROTTLED));

    assertThatExceptionOfType(LambdaCallException.class)
        .isThrownBy(() -> retries.repeatable(call))
        .withMessage("bad");
    assertThat(pace.waited()).isEqualTo(TIMEOUT);
    assertThat(calls).isBetween(7, 20);
  }
}
