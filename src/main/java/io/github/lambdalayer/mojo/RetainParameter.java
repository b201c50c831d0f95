package io.github.lambdalayer.mojo;

import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.operate.Ages;
import io.github.lambdalayer.operate.Retention;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code <retain>}: {@code <keep>}, {@code <keepYounger>} and {@code <keepGranted>}, or one text such
 * as {@code keep:10,keepYounger:90d}.
 */
final class RetainParameter {

  private static final List<String> KNOWN = List.of("keep", "keepYounger", "keepGranted");

  private final Expressions expressions;

  RetainParameter(Expressions expressions) {
    this.expressions = expressions;
  }

  /**
   * What is kept; nothing where the parameter was not given.
   *
   * @param configuration what Maven has injected
   * @throws InvalidInputException if it says nothing of what to keep, or what cannot be read
   */
  Optional<Retention> read(@Nullable PlexusConfiguration configuration) {
    if (configuration == null) {
      return Optional.empty();
    }
    Map<String, String> values = new LinkedHashMap<>();
    if (configuration.getChildCount() == 0) {
      String text = expressions.optional(configuration.getValue());
      if (text == null) {
        return Optional.empty();
      }
      Parameters.items(text).forEach(item -> put(values, item));
    }
    for (PlexusConfiguration element : configuration.getChildren()) {
      put(values, element.getName(), expressions.required(element.getName(), element.getValue()));
    }
    return Optional.of(retention(values));
  }

  private static void put(Map<String, String> values, String item) {
    int colon = item.indexOf(':');
    if (colon < 0) {
      throw new InvalidInputException(
          Messages.format(
              "<retain> has '%s': write it as elements, or as keep:10,keepYounger:90d.", item));
    }
    put(values, item.substring(0, colon).trim(), item.substring(colon + 1).trim());
  }

  private static void put(Map<String, String> values, String name, @Nullable String value) {
    if (!KNOWN.contains(name)) {
      throw new InvalidInputException(
          Messages.format(
              "<retain> has '%s': it takes <keep>, <keepYounger> and <keepGranted>.", name));
    }
    if (value != null && !value.isBlank()) {
      values.put(name, value);
    }
  }

  private static Retention retention(Map<String, String> values) {
    String keep = values.get("keep");
    String younger = values.get("keepYounger");
    if (keep == null && younger == null) {
      throw new InvalidInputException(
          "<retain> does not say which versions are kept: write <keep>10</keep> for the newest ten,"
              + " <keepYounger>90d</keepYounger> for those of the last 90 days, or both.");
    }
    return new Retention(
        keep == null ? 1 : number(keep),
        younger == null ? null : Ages.parse("keepYounger", younger),
        Parameters.flag("keepGranted", values.getOrDefault("keepGranted", "true")),
        false);
  }

  private static int number(String keep) {
    try {
      return Integer.parseInt(keep);
    } catch (NumberFormatException e) {
      throw new InvalidInputException(
          Messages.format(
              "<keep> is '%s': write how many of the newest versions stay, 1 or more.", keep),
          e);
    }
  }
}
