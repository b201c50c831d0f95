package io.github.lambdalayer.bytecode;

import java.util.ArrayList;
import java.util.List;

/**
 * How the function's own code leads to what is missing.
 *
 * @param steps the classes and methods on the way, the first of them the function's own; at least one
 * @param jar where the last of them is
 * @param className the class of the last of them, as {@code com/example/Handler}
 */
public record Chain(List<String> steps, CodeJar jar, String className) {

  /** Where it begins and where it ends are of use; who calls whom between them fills the screen. */
  private static final int ENDS = 2;

  public Chain {
    steps = List.copyOf(steps);
  }

  /** The way for people, with what is in the middle of a long one left out. */
  public String text() {
    if (steps.size() <= 2 * ENDS) {
      return String.join(" -> ", steps);
    }
    var ends = new ArrayList<>(steps.subList(0, ENDS));
    ends.add("...");
    ends.addAll(steps.subList(steps.size() - ENDS, steps.size()));
    return String.join(" -> ", ends);
  }
}
