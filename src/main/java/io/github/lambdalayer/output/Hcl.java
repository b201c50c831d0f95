package io.github.lambdalayer.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Terraform's language, formatted as {@code terraform fmt} does. */
final class Hcl {

  private Hcl() {}

  /** A block: its head, and what is in it, a step to the right. */
  static List<String> block(String head, List<String> body) {
    var lines = new ArrayList<String>();
    lines.add(head + " {");
    body.forEach(line -> lines.add(line.isEmpty() ? "" : "  " + line));
    lines.add("}");
    return lines;
  }

  /** Arguments beneath each other; their values are expressions. */
  static List<String> arguments(Map<String, String> arguments) {
    int width = arguments.keySet().stream().mapToInt(String::length).max().orElse(0);
    return arguments.entrySet().stream()
        .map(
            argument ->
                argument.getKey()
                    + " ".repeat(width - argument.getKey().length())
                    + " = "
                    + argument.getValue())
        .toList();
  }

  /** A list of texts. */
  static String list(List<String> texts) {
    return texts.stream().map(Hcl::text).collect(Collectors.joining(", ", "[", "]"));
  }

  /** A text; nothing in it is a template. */
  static String text(String text) {
    var quoted = new StringBuilder("\"");
    int[] points = text.codePoints().toArray();
    for (int i = 0; i < points.length; i++) {
      boolean opens = i + 1 < points.length && points[i + 1] == '{';
      int before = i == 0 ? 0 : points[i - 1];
      quoted.append(
          opens && (points[i] == '$' || points[i] == '%')
              ? sign(points[i], before)
              : Escapes.unicode(points[i]));
    }
    return quoted.append('"').toString();
  }

  /** Doubled it opens no template; after another one it would not be clear which two are meant. */
  private static String sign(int sign, int before) {
    return before == sign ? Escapes.number(sign) : Character.toString(sign).repeat(2);
  }
}
