package io.github.lambdalayer.publish;

import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.LayerName;
import io.github.lambdalayer.layer.Messages;
import java.util.regex.Pattern;

/**
 * Where the ARNs of a layer's versions are in Systems Manager: {@code <path>/latest} and {@code
 * <path>/<number>}.
 *
 * @param value the path, with {@code {layerName}}, {@code {region}} and {@code {account}} in it
 * @see <a href="https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html">
 *     The limits of names</a>
 */
public record ParameterPath(String value) {

  /** One level is left for what stands below the path. */
  private static final int LEVELS = 14;

  /** With what an ARN has before the name, and what stands below the path. */
  private static final int LENGTH =
      1011 - "arn:aws-iso-b:ssm::111122223333:parameter".length() - 21;

  private static final Pattern SYNTAX = Pattern.compile("(/[A-Za-z0-9_.-]+)+");
  private static final Pattern RESERVED = Pattern.compile("(?i)/(aws|ssm).*");

  /** Refuses what can be no path in any region; a slash at its end says nothing. */
  public ParameterPath {
    value = value.replaceFirst("(?<=.)/+$", "");
    resolve(value, new LayerName("l"), "eu-west-1", "111122223333");
  }

  /** Whether the account must be known to resolve it. */
  boolean needsAccount() {
    return Placeholders.needAccount(value);
  }

  /**
   * The path of a layer in a region.
   *
   * @throws InvalidInputException if what results is none
   */
  String of(LayerName layer, String region, String account) {
    return resolve(value, layer, region, account);
  }

  /** The path as policies name it; {@code *} stands for what is not known. */
  String pattern(LayerName layer, String region, String account) {
    return Placeholders.parameter("ssmParameter", value, layer.value(), region, account);
  }

  private static String resolve(String value, LayerName layer, String region, String account) {
    String path = Placeholders.parameter("ssmParameter", value, layer.value(), region, account);
    String shown = value.equals(path) ? "" : ", so '" + path + "'";
    if (!SYNTAX.matcher(path).matches()) {
      throw refused(
          value,
          shown,
          "write a path of letters, digits, '_', '.' and '-' between slashes, with one at its"
              + " beginning, for example /layers/{layerName}");
    }
    if (RESERVED.matcher(path).matches()) {
      throw refused(value, shown, "names that begin with 'aws' or 'ssm' are AWS's own");
    }
    if (path.chars().filter(c -> c == '/').count() > LEVELS) {
      throw refused(value, shown, "a parameter has 15 levels at most, the one below this path too");
    }
    if (path.length() + region.length() > LENGTH) {
      throw refused(value, shown, "the ARN of a parameter has 1011 characters at most");
    }
    return path;
  }

  private static InvalidInputException refused(String value, String shown, String reason) {
    return new InvalidInputException(
        Messages.format("<ssmParameter> is '%s'%s: %s.", value, shown, reason));
  }

  @Override
  public String toString() {
    return value;
  }
}
