package io.github.lambdalayer.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class DeadlineTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final FakePace pace = new FakePace();
  private final Deadline deadline = Deadline.in(MINUTE, pace);

  @Test
  void isOverWhenItsTimeHasPassed() {
    assertThat(deadline.isOver()).isFalse();
    assertThat(deadline.left()).isEqualTo(MINUTE);
    pace.pass(MINUTE.minusNanos(1));
    assertThat(deadline.isOver()).isFalse();
    pace.pass(Duration.ofNanos(1));
    assertThat(deadline.isOver()).isTrue();
    pace.pass(MINUTE);
    assertThat(deadline.left()).isEqualTo(MINUTE.negated());
  }

  @Test
  void nobodyWaitsBeyondIt() {
    deadline.pause(Duration.ofSeconds(50));
    deadline.pause(Duration.ofSeconds(50));
    deadline.pause(Duration.ofSeconds(50));

    assertThat(pace.waits()).containsExactly(Duration.ofSeconds(50), Duration.ofSeconds(10));
    assertThat(deadline.isOver()).isTrue();
  }

  @Test
  void noTimeAtAllIsOverAtOnce() {
    assertThat(Deadline.in(Duration.ZERO, pace).isOver()).isTrue();
  }

  @Test
  void whoIsInterruptedStopsCalling() {
    Thread.currentThread().interrupt();

    assertThatExceptionOfType(LambdaCallException.class)
        .isThrownBy(() -> Pace.REAL.pause(MINUTE))
        .withMessage("The build was interrupted.");
    assertThat(Thread.interrupted()).isTrue();
  }
}
