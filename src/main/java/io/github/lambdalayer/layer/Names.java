package io.github.lambdalayer.layer;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Names that users write, and may have written a little wrong. */
public final class Names {

  private Names() {}

  /**
   * The known name that was meant: one that is like it but for a few letters, or begins as it does.
   *
   * @return nothing where none is near
   */
  public static Optional<String> likest(String name, Collection<String> known) {
    String lower = name.toLowerCase(Locale.ROOT);
    return known.stream()
        .filter(candidate -> isNear(lower, candidate.toLowerCase(Locale.ROOT)))
        .min(
            Comparator.comparingInt(
                    (String candidate) -> changes(lower, candidate.toLowerCase(Locale.ROOT)))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** Most mistakes are single letters, or at the end of a name: a plural, a word that lacks. */
  private static boolean isNear(String name, String candidate) {
    return changes(name, candidate) <= Math.max(name.length(), candidate.length()) / 4
        || commonPrefix(name, candidate) > Math.min(name.length(), candidate.length()) / 2;
  }

  /** The letters that must be put in, taken out or changed to make one of the other (Levenshtein). */
  private static int changes(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int before = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int changed = before + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        before = row[j];
        row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[other.length()];
  }

  private static int commonPrefix(String one, String other) {
    int length = 0;
    while (length < Math.min(one.length(), other.length())
        && one.charAt(length) == other.charAt(length)) {
      length++;
    }
    return length;
  }
}
