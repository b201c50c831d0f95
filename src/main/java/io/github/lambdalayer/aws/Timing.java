package io.github.lambdalayer.aws;

import java.time.Duration;

/**
 * How long AWS is waited for.
 *
 * @param retryTimeout how long one call is tried again, and how long a target's writes are
 * @param settleTimeout how long a finished publish may take to become visible
 * @param pace the time itself
 */
public record Timing(Duration retryTimeout, Duration settleTimeout, Pace pace) {

  /** From now on until a call is given up. */
  public Deadline retryDeadline() {
    return Deadline.in(retryTimeout, pace);
  }

  /** From now on until what is not visible was never made. */
  public Deadline settleDeadline() {
    return Deadline.in(settleTimeout, pace);
  }
}
