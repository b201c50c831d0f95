package io.github.lambdalayer.output;

import io.github.lambdalayer.layer.LayerName;
import java.util.Locale;

/**
 * A layer's name in the ways that other languages allow.
 *
 * @param layer the name itself
 */
record TemplateNames(LayerName layer) {

  /** Letters and digits, each word with a capital: {@code SharedLibraries}. */
  String camel() {
    var camel = new StringBuilder();
    for (String word : layer.value().split("[_-]+", -1)) {
      if (!word.isEmpty()) {
        camel.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
      }
    }
    return camel.isEmpty() || Character.isDigit(camel.charAt(0))
        ? "Layer" + camel
        : camel.toString();
  }

  /** Small letters, digits and {@code _}, a letter first: {@code shared_libraries}. */
  String snake() {
    String snake = layer.value().toLowerCase(Locale.ROOT).replace('-', '_');
    return Character.isLetter(snake.charAt(0)) ? snake : "layer_" + snake;
  }

  /** The class of the CDK. */
  String className() {
    return camel().endsWith("Layer") ? camel() : camel() + "Layer";
  }
}
