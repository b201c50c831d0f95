package io.github.lambdalayer.endpoint;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Counts calls in a sliding window of one second for each account and region. */
final class RateMeter {
  private static final long WINDOW = 1_000_000_000L;

  private final Map<Caller, Deque<Long>> seen = new HashMap<>();
  private final Map<Caller, Deque<Long>> admitted = new HashMap<>();
  private int limit = Integer.MAX_VALUE;
  private int peak;

  synchronized void limit(int callsPerSecond) {
    limit = callsPerSecond;
  }

  synchronized int peak() {
    return peak;
  }

  /** False where the call is one too many; as in the service, a refused call uses nothing up. */
  synchronized boolean admit(Caller caller) {
    long now = System.nanoTime();
    Deque<Long> all = window(seen, caller, now);
    all.add(now);
    peak = Math.max(peak, all.size());
    Deque<Long> taken = window(admitted, caller, now);
    if (taken.size() >= limit) {
      return false;
    }
    taken.add(now);
    return true;
  }

  private static Deque<Long> window(Map<Caller, Deque<Long>> calls, Caller caller, long now) {
    Deque<Long> times = calls.computeIfAbsent(caller, key -> new ArrayDeque<>());
    while (!times.isEmpty() && now - times.getFirst() >= WINDOW) {
      times.removeFirst();
    }
    return times;
  }
}
