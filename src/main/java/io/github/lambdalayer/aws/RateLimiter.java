package io.github.lambdalayer.aws;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps the calls on Lambda in one region of an account below the 15 a second that the service takes,
 * in all builds of this JVM together: at most 14 in 1.2 seconds, 11.7 a second in the long run. The dozen
 * calls of a usual run do not wait for each other; those of a longer one wait for their turn.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html">Lambda
 *     quotas</a>, "control plane API requests"
 */
final class RateLimiter {

  /** So many calls at most... */
  static final int CALLS = 14;

  /** ...in so much time: longer than a second, for on their way calls move closer together. */
  static final Duration WINDOW = Duration.ofMillis(1200);

  private record Key(Pace pace, String account, String region) {}

  private static final Map<Key, RateLimiter> ALL = new ConcurrentHashMap<>();

  private final Pace pace;
  private final long[] slots = new long[CALLS];
  private int next;
  private boolean isFull;

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
    long earliest = slots[next] + WINDOW.toNanos();
    long slot = isFull && earliest - now > 0 ? earliest : now;
    slots[next] = slot;
    next = (next + 1) % CALLS;
    isFull |= next == 0;
    return slot - now;
  }
}
