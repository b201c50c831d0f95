package io.github.lambdalayer.output;

import io.github.lambdalayer.layer.Messages;
import java.util.function.IntFunction;

/** How YAML, Terraform and Java write characters in texts between quotation marks, in ASCII alone. */
final class Escapes {

  private Escapes() {}

  /** A character in YAML or in Terraform, which have escapes for all that Unicode has. */
  static String unicode(int c) {
    return of(c, Escapes::number);
  }

  /** The number of a character, where it has no other name. */
  static String number(int c) {
    return Messages.format(c <= 0xffff ? "\\u%04x" : "\\U%08x", c);
  }

  /**
   * A character.
   *
   * @param other what stands for those that are not in ASCII, and for control characters without a name
   */
  static String of(int c, IntFunction<String> other) {
    return switch (c) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> c >= ' ' && c <= '~' ? Character.toString(c) : other.apply(c);
    };
  }
}
