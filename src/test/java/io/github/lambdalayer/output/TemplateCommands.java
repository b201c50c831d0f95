package io.github.lambdalayer.output;

import java.util.stream.Collectors;

/** The commands in the first lines of a template. */
final class TemplateCommands {

  private TemplateCommands() {}

  /** A script of all that stands a step to the right in comments; it ends where a command fails. */
  static String script(String template) {
    return template
        .lines()
        .takeWhile(line -> line.startsWith("#") || line.startsWith("//"))
        .filter(line -> line.matches("(#|//)   .*"))
        .map(line -> line.replaceFirst("(#|//)   ", ""))
        .collect(Collectors.joining("\n", "set -e\n", "\n"));
  }
}
