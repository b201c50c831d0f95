package io.github.lambdalayer.operate;

import java.util.List;

/** Lists for people: the first of them, and how many more there are. */
final class Some {

  private static final int SHOWN = 3;

  private Some() {}

  static String of(List<?> items) {
    String shown = String.join(", ", items.stream().limit(SHOWN).map(Object::toString).toList());
    return items.size() > SHOWN ? shown + " and " + (items.size() - SHOWN) + " more" : shown;
  }
}
