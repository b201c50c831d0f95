package io.github.lambdalayer.aws;

import java.time.Duration;

/** A moment until which something is tried. */
public final class Deadline {

  private final Pace pace;
  private final long end;

  private Deadline(Pace pace, long end) {
    this.pace = pace;
    this.end = end;
  }

  /** So far from now. */
  public static Deadline in(Duration time, Pace pace) {
    return new Deadline(pace, pace.nanoTime() + time.toNanos());
  }

  /** Whether it has passed. */
  public boolean isOver() {
    return left().isNegative() || left().isZero();
  }

  /** How long it is until then; negative afterwards. */
  public Duration left() {
    return Duration.ofNanos(end - pace.nanoTime());
  }

  /** Waits, but not beyond it. */
  public void pause(Duration time) {
    Duration left = left();
    pace.pause(time.compareTo(left) < 0 ? time : left);
  }
}
