package io.github.lambdalayer.mojo;

import io.github.lambdalayer.aws.Endpoints;
import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.layer.Permission;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What Maven injects, made strict: it leaves what nobody set null, and passes on blanks. */
final class Parameters {

  /** Control characters, and what ends a line besides. */
  private static final Pattern UNREADABLE = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]");

  private Parameters() {}

  /**
   * Yes or no, where Maven would take every slip of the pen for no.
   *
   * @throws InvalidInputException if it is neither {@code true} nor {@code false}
   */
  static boolean flag(String parameter, String text) {
    boolean isTrue = text.trim().equalsIgnoreCase("true");
    if (!isTrue && !text.trim().equalsIgnoreCase("false")) {
      throw new InvalidInputException(
          Messages.format("<%s> is '%s': write true or false.", parameter, text));
    }
    return isTrue;
  }

  /** The items that say something, trimmed. */
  static List<String> list(@Nullable List<String> values) {
    return values == null
        ? List.of()
        : values.stream()
            .filter(value -> value != null && !value.isBlank())
            .map(String::trim)
            .toList();
  }

  /** The items of a text with commas between them. */
  static List<String> items(@Nullable String text) {
    return text == null ? List.of() : list(Arrays.asList(text.split(",", -1)));
  }

  /** The text, or null where it says nothing. */
  static @Nullable String text(@Nullable String value) {
    return value == null || value.isBlank() ? null : value.trim();
  }

  /**
   * What keys of objects begin with, whether or not it was written as a folder: empty, or with a slash at its
   * end.
   *
   * @throws InvalidInputException if it has a character that breaks lines or does not show
   */
  static String keyPrefix(@Nullable String value) {
    String prefix = text(value);
    if (prefix == null) {
      return "";
    }
    Matcher unreadable = UNREADABLE.matcher(prefix);
    if (unreadable.find()) {
      throw new InvalidInputException(
          Messages.format(
              "<keyPrefix> has the character U+%04X, which breaks lines or does not show: leave it out,"
                  + " for example <keyPrefix>lambda-layers/</keyPrefix>.",
              unreadable.group().codePointAt(0)));
    }
    return prefix.endsWith("/") ? prefix : prefix + "/";
  }

  /** The permissions; Maven makes an empty bean where nobody gave any, so none means not given. */
  static List<Permission> permissions(@Nullable Permissions value) {
    return value == null ? List.of() : value.asList();
  }

  /** The endpoint: an absolute http or https URL. */
  static @Nullable URI endpoint(@Nullable String value) {
    String text = text(value);
    return text == null ? null : Endpoints.parse("<endpoint>", text);
  }
}
