package io.github.lambdalayer.endpoint;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/** Faults that wait for their operation's next calls, first in, first out. */
final class FaultQueue {
  private final Map<String, Queue<Fault>> waiting = new HashMap<>();

  synchronized void add(String operation, Fault fault) {
    waiting.computeIfAbsent(operation, name -> new ArrayDeque<>()).add(fault);
  }

  synchronized Optional<Fault> next(String operation) {
    Queue<Fault> faults = waiting.get(operation);
    return faults == null ? Optional.empty() : Optional.ofNullable(faults.poll());
  }
}
