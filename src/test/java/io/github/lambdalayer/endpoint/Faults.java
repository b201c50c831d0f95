package io.github.lambdalayer.endpoint;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;

/** What goes wrong: faults that wait for calls, a plan of faults, delays and denials. */
public final class Faults {
  private static final String ANYWHERE = "";

  private record Waiting(String region, String operation) {}

  private record Counted(String operation, Caller caller) {}

  private record Denial(String account, String operation) {}

  private final Map<Waiting, Queue<Fault>> waiting = new HashMap<>();
  private final Map<Counted, Integer> counts = new HashMap<>();
  private final Set<Denial> denials = new HashSet<>();
  private FaultPlan plan = (operation, account, region, index) -> Optional.empty();
  private Duration latency = Duration.ZERO;
  private Duration slowness = Duration.ofMillis(300);
  private Duration lateness = Duration.ofSeconds(1);
  private int retryAfter = 1;

  Faults() {}

  /** The next call of the operation meets the fault; several wait in line. */
  public void add(String operation, Fault fault) {
    addIn(ANYWHERE, operation, fault);
  }

  /** The next call of the operation in the region meets the fault, before those of any region. */
  public synchronized void addIn(String region, String operation, Fault fault) {
    waiting.computeIfAbsent(new Waiting(region, operation), key -> new ArrayDeque<>()).add(fault);
  }

  /** Whether no fault waits any more for a call. */
  public synchronized boolean areMet() {
    return waiting.values().stream().allMatch(Queue::isEmpty);
  }

  /** Asked for each call for which no fault waits; the counts of its calls begin anew. */
  public synchronized void plan(FaultPlan next) {
    plan = next;
    counts.clear();
  }

  /** Each call takes at least so long. */
  public synchronized void latency(Duration atLeast) {
    latency = atLeast;
  }

  /** How long a {@link Fault#SLOW} answer waits. */
  public synchronized void slowBy(Duration delay) {
    slowness = delay;
  }

  /** How long a version published under {@link Fault#PUBLISH_LATE} stays out of sight. */
  public synchronized void lateBy(Duration delay) {
    lateness = delay;
  }

  /** The seconds that throttled callers are told to wait. */
  public synchronized void retryAfter(int seconds) {
    retryAfter = seconds;
  }

  /** From now on the account may not do this; {@code lambda:ListLayers} or {@code ListLayers}. */
  public synchronized void deny(String account, String action) {
    denials.add(denial(account, action));
  }

  /** Takes back {@link #deny}. */
  public synchronized void allow(String account, String action) {
    denials.remove(denial(account, action));
  }

  synchronized Optional<Fault> next(String operation, Caller caller) {
    int index = counts.merge(new Counted(operation, caller), 1, Integer::sum) - 1;
    return poll(caller.region(), operation)
        .or(() -> poll(ANYWHERE, operation))
        .or(() -> plan.next(operation, caller.account(), caller.region(), index));
  }

  synchronized void requireAllowed(String service, String operation, Caller caller) {
    if (denials.contains(new Denial(caller.account(), operation))) {
      throw ServiceError.accessDenied(
          "User: arn:%s:iam::%s:user/test is not authorized to perform: %s:%s"
                  .formatted(caller.partition(), caller.account(), service, operation)
              + " with an explicit deny in an identity-based policy");
    }
  }

  synchronized Duration lateness() {
    return lateness;
  }

  synchronized int retryAfter() {
    return retryAfter;
  }

  /** Waits until a call that began then has lasted as long as it should. */
  void pause(long began, boolean slow) {
    Duration wait = delay(slow).minusNanos(System.nanoTime() - began);
    try {
      Thread.sleep(Math.max(0, wait.toMillis()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized Duration delay(boolean slow) {
    return slow ? latency.plus(slowness) : latency;
  }

  private Optional<Fault> poll(String region, String operation) {
    Queue<Fault> faults = waiting.get(new Waiting(region, operation));
    return faults == null ? Optional.empty() : Optional.ofNullable(faults.poll());
  }

  private static Denial denial(String account, String action) {
    return new Denial(account, action.substring(action.indexOf(':') + 1));
  }
}
