package io.github.lambdalayer.layer;

import java.util.regex.Pattern;

/**
 * A layer's name within its account and region: 1 to 140 of the letters a-z and A-Z, digits, {@code
 * -} and {@code _}.
 *
 * @param value the name itself
 */
public record LayerName(String value) {

  private static final Pattern SYNTAX =
      Pattern.compile("[a-zA-Z0-9_-]{1," + Limits.LAYER_NAME_LENGTH + "}");

  /** Refuses what Lambda would refuse, before any call is made. */
  public LayerName {
    if (!SYNTAX.matcher(value).matches()) {
      throw new InvalidInputException(
          Messages.format(
              "<layerName> is '%s': a layer name has 1 to %d letters, digits, '-' and '_'."
                  + " Set <layerName> or -DlambdaLayer.layerName (default: the artifactId).",
              value, Limits.LAYER_NAME_LENGTH));
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
