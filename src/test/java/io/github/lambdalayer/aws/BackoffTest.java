package io.github.lambdalayer.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class BackoffTest {

  @Test
  void waitsTwiceAsLongEachTimeUpToTenSeconds() {
    var backoff = new Backoff();
    for (long full : new long[] {500, 1_000, 2_000, 4_000, 8_000, 10_000, 10_000}) {
      assertThat(backoff.next()).isBetween(Duration.ofMillis(full / 2), Duration.ofMillis(full));
    }
    assertThat(backoff.tries()).isEqualTo(7);
  }

  @Test
  void neverWaitsLongerThanTenSecondsHoweverOften() {
    var backoff = new Backoff();
    for (int i = 0; i < 200; i++) {
      assertThat(backoff.next()).isPositive().isLessThanOrEqualTo(Duration.ofSeconds(10));
    }
  }

  @Test
  void waitsAsLongAsItIsAskedTo() {
    assertThat(new Backoff().next(Duration.ofSeconds(30)))
        .isBetween(Duration.ofSeconds(30), Duration.ofSeconds(31));
  }

  @Test
  void doesNotComeBackSoonerBecauseItMay() {
    assertThat(new Backoff().next(Duration.ofMillis(1)))
        .isGreaterThanOrEqualTo(Duration.ofMillis(250));
    assertThat(new Backoff().next(null)).isGreaterThanOrEqualTo(Duration.ofMillis(250));
  }
}
