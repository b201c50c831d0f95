package io.github.lambdalayer.aws;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * How long to wait before the next try: about twice as long each time, from half a second to ten, by
 * chance a little less, so that those who were refused together do not come back together.
 */
public final class Backoff {

  private static final long FIRST_MILLIS = 500;
  private static final long LONGEST_MILLIS = 10_000;

  private int tries;

  /** The next wait. */
  public Duration next() {
    long full = Math.min(LONGEST_MILLIS, FIRST_MILLIS << Math.min(tries, 10));
    tries++;
    return Duration.ofMillis(ThreadLocalRandom.current().nextLong(full / 2, full + 1));
  }

  /** The next wait, or that which the service asked for, where it is longer. */
  public Duration next(@Nullable Duration asked) {
    Duration own = next();
    return asked == null || asked.compareTo(own) < 0 ? own : asked.plus(own.dividedBy(4));
  }

  /** The waits so far. */
  public int tries() {
    return tries;
  }
}
