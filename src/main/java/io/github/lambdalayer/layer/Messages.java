package io.github.lambdalayer.layer;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Texts for people, the same in every locale: some have digits that no command line understands. */
public final class Messages {

  private Messages() {}

  /** Like {@link String#format(String, Object...)}, in no country's way. */
  public static String format(String format, @Nullable Object... arguments) {
    return String.format(Locale.ROOT, format, arguments);
  }

  /** So many of what a word names, which gets an s where they are not one: {@code 2 functions}. */
  public static String counted(long number, String word) {
    return number + " " + word + (number == 1 ? "" : "s");
  }

  /** Names as people list them: {@code a, b and c}. */
  public static String and(List<String> names) {
    int last = names.size() - 1;
    return last < 1
        ? String.join("", names)
        : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
  }

  /** The text with one full stop at its end, for what is said behind it. */
  public static String sentence(@Nullable String text) {
    String trimmed = String.valueOf(text).trim();
    return trimmed.endsWith(".") ? trimmed : trimmed + ".";
  }
}
