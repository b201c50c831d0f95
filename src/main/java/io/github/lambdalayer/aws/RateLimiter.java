package io.github.lambdalayer.aws;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps the calls on Lambda in one region of an account below the 15 a second that the service takes,
 * in all builds of this JVM together: the calls are spaced out evenly.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html">Lambda
 *     quotas</a>, "control plane API requests"
 */
final class RateLimiter {

  /** Fourteen calls a second. */
  private static final long INTERVAL = 1_000_000_000L / 14;

  private record Key(Pace pace, String account, String region) {}

  private static final Map<Key, RateLimiter> ALL = new ConcurrentHashMap<>();

  private final Pace pace;
  private boolean used;
  private long next;

  private RateLimiter(Pace pace) {
    this.pace = pace;
  }

  /**
   * The one limiter of an account and region.
   *
   * @param account the account, or where it is not known, whatever stands for it
   */
  static RateLimiter of(Pace pace, String account, String region) {
    return ALL.computeIfAbsent(new Key(pace, account, region), key -> new RateLimiter(pace));
  }

  /** Waits until a call may be made. */
  void acquire() {
    pace.pause(Duration.ofNanos(reserve()));
  }

  private synchronized long reserve() {
    long now = pace.nanoTime();
    long slot = used && next - now > 0 ? next : now;
    used = true;
    next = slot + INTERVAL;
    return slot - now;
  }
}
