package io.github.lambdalayer.bytecode;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A place in compiled code, and how the function's own code leads there.
 *
 * @param caller the step before; nothing for the function's own code
 * @param text the method, as stack traces write it, or the class
 * @param facts the class that it is in
 */
record Step(@Nullable Step caller, String text, ClassFacts facts) {

  /** What the class itself needs, whatever of it is executed. */
  static Step in(ClassFacts facts) {
    return new Step(null, Names.readable(facts.name()), facts);
  }

  /** A method of the function's own. */
  static Step in(ClassFacts facts, String method) {
    return new Step(null, text(facts, method), facts);
  }

  /** A class that is loaded because of this step. */
  Step to(ClassFacts loaded) {
    return loaded.name().equals(facts.name())
        ? this
        : new Step(this, Names.readable(loaded.name()), loaded);
  }

  /** A method that is executed because of this step. */
  Step to(ClassFacts called, String method) {
    return new Step(this, text(called, method), called);
  }

  private static String text(ClassFacts facts, String method) {
    int descriptor = method.indexOf('(');
    String name = descriptor < 0 ? method : method.substring(0, descriptor);
    return Names.readable(facts.name()) + "." + name;
  }

  Chain chain() {
    var texts = new ArrayList<String>();
    for (Step step = this; step != null; step = step.caller()) {
      texts.add(step.text());
    }
    Collections.reverse(texts);
    return new Chain(texts, Objects.requireNonNull(facts.home()), facts.name());
  }
}
