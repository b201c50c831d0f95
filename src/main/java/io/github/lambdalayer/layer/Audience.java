package io.github.lambdalayer.layer;

import java.util.Collections;
import java.util.List;

/**
 * The functions that a layer is meant for, as far as its user has said so. What is derived from the
 * content does not count: it says what runs, not what the layer is for.
 *
 * @param runtimes the runtimes that were configured, by their ids; none stands for all
 * @param architectures the architectures that were configured, by their ids; none stands for all
 */
public record Audience(List<String> runtimes, List<String> architectures) {

  public Audience {
    runtimes = List.copyOf(runtimes);
    architectures = List.copyOf(architectures);
  }

  /** Whether one function could use both layers. */
  public boolean canMeet(Audience other) {
    return haveCommon(runtimes, other.runtimes) && haveCommon(architectures, other.architectures);
  }

  /** Whether a function of this runtime and architecture could use the layer. */
  public boolean includes(String runtime, String architecture) {
    return (runtimes.isEmpty() || runtimes.contains(runtime))
        && (architectures.isEmpty() || architectures.contains(architecture));
  }

  private static boolean haveCommon(List<String> some, List<String> others) {
    return some.isEmpty() || others.isEmpty() || !Collections.disjoint(some, others);
  }
}
