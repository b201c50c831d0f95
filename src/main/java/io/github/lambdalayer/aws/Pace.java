package io.github.lambdalayer.aws;

import java.time.Duration;

/** The time as everything that waits for AWS sees it; tests let it run faster. */
public interface Pace {

  /** The time of this machine. */
  Pace REAL =
      new Pace() {
        @Override
        public long nanoTime() {
          return System.nanoTime();
        }

        @Override
        public void sleep(Duration time) throws InterruptedException {
          Thread.sleep(time.toMillis(), time.toNanosPart() % 1_000_000);
        }
      };

  /** Nanoseconds since some moment, as {@link System#nanoTime}. */
  long nanoTime();

  /** Waits. */
  void sleep(Duration time) throws InterruptedException;

  /** Waits; a thread that is interrupted stops calling AWS. */
  default void pause(Duration time) {
    try {
      if (!time.isNegative() && !time.isZero()) {
        sleep(time);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw LambdaCallException.interrupted(e);
    }
  }
}
