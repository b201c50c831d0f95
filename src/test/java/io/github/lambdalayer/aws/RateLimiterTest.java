package io.github.lambdalayer.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RateLimiterTest {

  private static final Duration FIFTEENTH = Duration.ofSeconds(1).dividedBy(15);

  private final FakePace pace = new FakePace();

  private RateLimiter limiter(String account, String region) {
    return RateLimiter.of(pace, account, region);
  }

  private List<Duration> gaps(int calls, RateLimiter... limiters) {
    var gaps = new ArrayList<Duration>();
    long last = pace.nanoTime();
    for (int i = 0; i < calls; i++) {
      limiters[i % limiters.length].acquire();
      gaps.add(Duration.ofNanos(pace.nanoTime() - last));
      last = pace.nanoTime();
    }
    return gaps;
  }

  @Test
  void callsAreSpacedOutEvenly() {
    List<Duration> gaps = gaps(30, limiter("1", "eu-west-1"));

    assertThat(gaps.get(0)).isZero();
    assertThat(gaps.subList(1, 30)).allSatisfy(gap -> assertThat(gap).isGreaterThan(FIFTEENTH));
  }

  @Test
  void usersOfOneAccountAndRegionShareItsRate() {
    assertThat(gaps(10, limiter("1", "eu-west-1"), limiter("1", "eu-west-1")).subList(1, 10))
        .allSatisfy(gap -> assertThat(gap).isGreaterThan(FIFTEENTH));
  }

  @Test
  void regionsAndAccountsHaveTheirOwn() {
    gaps(3, limiter("1", "eu-west-1"), limiter("1", "us-east-1"), limiter("2", "eu-west-1"));

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
  void aPauseIsNoCreditForABurst() {
    RateLimiter limiter = limiter("1", "eu-west-1");
    limiter.acquire();
    pace.pass(Duration.ofSeconds(10));

    assertThat(gaps(5, limiter).subList(1, 5))
        .allSatisfy(gap -> assertThat(gap).isGreaterThan(FIFTEENTH));
  }
}
