package io.github.lambdalayer.output;

import java.util.ArrayList;
import java.util.List;

/** Text in lines that are not longer than a terminal is wide. */
final class Wrapped {

  private Wrapped() {}

  /**
   * The lines of a text, broken at spaces, and in the middle of what has none and is too long.
   *
   * @param first what the first line begins with
   * @param indent the spaces that the others begin with
   * @param width the most characters of a line
   */
  static List<String> lines(String first, int indent, String text, int width) {
    var lines = new ArrayList<String>();
    var line = new StringBuilder(first);
    boolean isEmpty = true;
    for (String word : text.trim().split("\\s+", -1)) {
      if (!isEmpty && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line = new StringBuilder(" ".repeat(indent));
        isEmpty = true;
      }
      line.append(isEmpty ? "" : " ").append(word);
      isEmpty = false;
      while (line.length() > width) {
        lines.add(line.substring(0, width));
        line = new StringBuilder(" ".repeat(indent)).append(line.substring(width));
      }
    }
    lines.add(line.toString());
    return lines;
  }
}
