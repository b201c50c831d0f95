package io.github.lambdalayer.lint;

import static java.util.stream.Collectors.joining;

import io.github.lambdalayer.layer.Messages;
import java.util.Collection;

/** Lists in messages, which stay short however much there is to tell. */
final class Listing {

  private static final int NAMED = 10;

  private Listing() {}

  /** The first ten, and how many there are beside. */
  static String of(Collection<String> things) {
    return of(things, ", ");
  }

  /** The same with other signs between them. */
  static String of(Collection<String> things, String between) {
    int more = things.size() - NAMED;
    return things.stream().limit(NAMED).collect(joining(between))
        + (more > 0 ? Messages.format("%s… and %d more", between, more) : "");
  }

  /** A number with its noun. */
  static String count(int number, String one, String several) {
    return number + " " + (number == 1 ? one : several);
  }
}
