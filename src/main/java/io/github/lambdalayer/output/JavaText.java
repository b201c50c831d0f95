package io.github.lambdalayer.output;

import io.github.lambdalayer.layer.Messages;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;

/** Texts and names in Java's source code, in ASCII alone. */
final class JavaText {

  private JavaText() {}

  /** A text as a literal. */
  static String literal(String text) {
    var literal = new StringBuilder("\"");
    text.chars().forEach(c -> literal.append(Escapes.of(c, JavaText::number)));
    return literal.append('"').toString();
  }

  /** Texts as arguments. */
  static String literals(List<String> texts) {
    return texts.stream().map(JavaText::literal).collect(Collectors.joining(", "));
  }

  /**
   * A command in a comment. Java reads Unicode escapes there too; the shell reads the same text where it ends
   * between the two characters and begins again, for it always quotes a backslash.
   */
  static String command(String command) {
    return command.replace("\\u", "\\''u");
  }

  /** Control characters in octal: as Unicode escapes they would end the line they stand in. */
  private static String number(int c) {
    return Messages.format(c < ' ' ? "\\%03o" : "\\u%04x", c);
  }

  /** A package for what belongs to a group of Maven's: its name, made legal. */
  static String packageOf(String groupId) {
    return List.of(groupId.toLowerCase(Locale.ROOT).split("\\.", -1)).stream()
        .map(part -> part.replaceAll("[^a-z0-9_]", "_"))
        .map(part -> SourceVersion.isName(part) ? part : "_" + part)
        .map(part -> part.equals("_") ? "__" : part)
        .collect(Collectors.joining("."));
  }
}
