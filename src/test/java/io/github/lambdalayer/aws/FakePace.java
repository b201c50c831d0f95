package io.github.lambdalayer.aws;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A time that passes only where somebody waits. */
final class FakePace implements Pace {

  private final List<Duration> waits = new ArrayList<>();
  private long now = Long.MAX_VALUE - Duration.ofSeconds(1).toNanos();

  /** What was waited so far. */
  synchronized List<Duration> waits() {
    return List.copyOf(waits);
  }

  synchronized Duration waited() {
    return waits.stream().reduce(Duration.ZERO, Duration::plus);
  }

  synchronized void pass(Duration time) {
    now += time.toNanos();
  }

  @Override
  public synchronized long nanoTime() {
    return now;
  }

  @Override
  public synchronized void sleep(Duration time) {
    waits.add(time);
    now += time.toNanos();
  }
}
