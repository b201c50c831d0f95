package io.github.lambdalayer.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RateLimiterTest {

  private final FakePace pace = new FakePace();

  private RateLimiter limiter(String account, String region) {
    return RateLimiter.of(pace, account, region);
  }

  /** When the calls are made, from now on. */
  private List<Duration> times(int calls, RateLimiter... limiters) {
    var times = new ArrayList<Duration>();
    long start = pace.nanoTime();
    for (int i = 0; i < calls; i++) {
      limiters[i % limiters.length].acquire();
      times.add(Duration.ofNanos(pace.nanoTime() - start));
    }
    return times;
  }

  private static void assertBelowTheRate(List<Duration> times) {
    for (int i = RateLimiter.CALLS; i < times.size(); i++) {
      assertThat(times.get(i).minus(times.get(i - RateLimiter.CALLS)))
          .isGreaterThanOrEqualTo(RateLimiter.WINDOW);
    }
  }

  @Test
  void theCallsOfAUsualRunDoNotWait() {
    times(RateLimiter.CALLS, limiter("1", "eu-west-1"));

    assertThat(pace.waited()).isZero();
  }

  @Test
  void noSecondHasMoreCallsThanLambdaTakes() {
    List<Duration> times = times(100, limiter("1", "eu-west-1"));

    assertBelowTheRate(times);
    assertThat(times.get(99)).isLessThan(Duration.ofSeconds(9));
  }

  @Test
  void usersOfOneAccountAndRegionShareItsRate() {
    assertBelowTheRate(times(50, limiter("1", "eu-west-1"), limiter("1", "eu-west-1")));
  }

  @Test
  void regionsAndAccountsHaveTheirOwn() {
    times(3, limiter("1", "eu-west-1"), limiter("1", "us-east-1"), limiter("2", "eu-west-1"));

    assertThat(pace.waited()).isZero();
  }

  @Test
  void whoWasSlowByItselfDoesNotWait() {
    RateLimiter limiter = limiter("1", "eu-west-1");
    limiter.acquire();
    pace.pass(Duration.ofSeconds(1));
    limiter.acquire();

    assertThat(pace.waited()).isZero();
  }

  @Test
  void aPauseIsNoCreditForALongerBurst() {
    RateLimiter limiter = limiter("1", "eu-west-1");
    limiter.acquire();
    pace.pass(Duration.ofSeconds(10));

    assertBelowTheRate(times(50, limiter));
  }
}
