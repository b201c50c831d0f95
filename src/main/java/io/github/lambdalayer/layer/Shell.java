package io.github.lambdalayer.layer;

import java.util.regex.Pattern;

/** Words of commands that are shown to people, for a POSIX shell. */
public final class Shell {

  private static final Pattern PLAIN = Pattern.compile("[\\w@%+=:,./-]+");

  private Shell() {}

  /** A word that the shell takes as it stands. */
  public static String quoted(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
