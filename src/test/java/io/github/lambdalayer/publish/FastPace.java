package io.github.lambdalayer.publish;

import io.github.lambdalayer.aws.Pace;
import java.time.Duration;

/** A time that runs faster than that of this machine, so that a test need not wait for it. */
public record FastPace(int factor) implements Pace {

  /** A minute takes 1.2 seconds. */
  public static final FastPace TIMES_50 = new FastPace(50);

  @Override
  public long nanoTime() {
    return System.nanoTime() * factor;
  }

  @Override
  public void sleep(Duration time) throws InterruptedException {
    Duration shorter = time.dividedBy(factor);
    Thread.sleep(shorter.toMillis(), shorter.toNanosPart() % 1_000_000);
  }
}
