package io.github.lambdalayer.lint;

import io.github.lambdalayer.layer.Messages;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Lists in messages: the first ten, and how many more there are. */
final class Lists {

  /** The most that are named. */
  static final int MOST = 10;

  private Lists() {}

  /** In a sentence, with commas. */
  static <T> String inLine(List<T> items, Function<T, String> text) {
    return items.stream().limit(MOST).map(text).collect(Collectors.joining(", "))
        + (items.size() > MOST ? more(" and %,d more", items) : "");
  }

  /** On lines of their own, each behind a line break. */
  static <T> String onLines(List<T> items, Function<T, String> text) {
    return items.stream()
            .limit(MOST)
            .map(item -> "\n  " + text.apply(item))
            .collect(Collectors.joining())
        + (items.size() > MOST ? more("\n  and %,d more", items) : "");
  }

  private static String more(String format, List<?> items) {
    return Messages.format(format, items.size() - MOST);
  }
}
