package io.github.lambdalayer.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * YAML as CloudFormation reads it, in ASCII alone: not every tool reads a template as UTF-8. Values are
 * maps, lists, texts, numbers and truths, and those of the records here.
 */
final class Yaml {

  /** A short intrinsic function: {@code !Ref "X"}. */
  record Tag(String name, Object value) {}

  /** A text of several lines that each are ASCII, as a block. */
  record Block(String text) {}

  /** A value, in a list or behind a key, with the reason for it. */
  record Remarked(Object value, String remark) {}

  /** What stands as it is: neither a number nor a truth to any YAML. */
  private static final Pattern PLAIN =
      Pattern.compile("[A-Za-z][A-Za-z0-9]*([-_]?[A-Za-z0-9]+|::[A-Za-z0-9]+)*");

  private static final Set<String> RESERVED =
      Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null");

  private static final String STEP = "  ";

  private Yaml() {}

  /** A reference to a parameter, a resource or one of AWS's own values. */
  static Tag ref(String name) {
    return new Tag("Ref", name);
  }

  /** The text of a document. */
  static String of(Map<String, ?> document) {
    return String.join("\n", lines(document)) + "\n";
  }

  private static List<String> lines(Map<?, ?> map) {
    var lines = new ArrayList<String>();
    map.forEach((key, value) -> lines.addAll(entry(scalar(key.toString()) + ":", value)));
    return lines;
  }

  private static List<String> entry(String key, Object value) {
    var lines = new ArrayList<String>();
    if (value instanceof Map<?, ?> map && !map.isEmpty()) {
      lines.add(key);
      lines(map).forEach(line -> lines.add(STEP + line));
    } else if (value instanceof List<?> list && !list.isEmpty()) {
      lines.add(key);
      list.forEach(item -> item(item).forEach(line -> lines.add(STEP + line)));
    } else if (value instanceof Block block) {
      lines.add(key + " |");
      block.text().lines().forEach(line -> lines.add(line.isEmpty() ? "" : STEP + line));
    } else {
      lines.add(key + " " + inline(value));
    }
    return lines;
  }

  private static List<String> item(Object item) {
    if (!(item instanceof Map<?, ?> map)) {
      return List.of("- " + inline(item));
    }
    var lines = new ArrayList<String>();
    for (String line : lines(map)) {
      lines.add((lines.isEmpty() ? "- " : STEP) + line);
    }
    return lines;
  }

  private static String inline(Object value) {
    if (value instanceof Tag tag) {
      return "!" + tag.name() + " " + inline(tag.value());
    }
    if (value instanceof Remarked remarked) {
      return inline(remarked.value()) + " # " + remarked.remark();
    }
    if (value instanceof List<?> list) {
      return list.stream().map(Yaml::inline).collect(Collectors.joining(", ", "[", "]"));
    }
    return value instanceof String text ? scalar(text) : value.toString();
  }

  private static String scalar(String text) {
    return PLAIN.matcher(text).matches() && !RESERVED.contains(text.toLowerCase(Locale.ROOT))
        ? text
        : quoted(text);
  }

  private static String quoted(String text) {
    var quoted = new StringBuilder("\"");
    text.codePoints().forEach(c -> quoted.append(Escapes.unicode(c)));
    return quoted.append('"').toString();
  }
}
