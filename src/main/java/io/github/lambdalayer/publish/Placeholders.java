package io.github.lambdalayer.publish;

import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.Messages;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands for a layer, a region or an account in the name of a bucket or a parameter. */
public final class Placeholders {

  private static final String REGION = "{region}";
  private static final String ACCOUNT = "{account}";
  private static final String LAYER_NAME = "{layerName}";

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^{}]*}");

  /**
   * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html">
   *     Naming rules</a>
   */
  private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");

  private static final Pattern NO_BUCKET =
      Pattern.compile(".*(\\.\\.|\\.-|-\\.).*|\\d{1,3}(\\.\\d{1,3}){3}");

  private Placeholders() {}

  /** Whether the account must be known to resolve a bucket. */
  static boolean needAccount(String bucket) {
    return bucket.contains(ACCOUNT);
  }

  /**
   * The bucket's name in a region.
   *
   * @param value what {@code <bucket>} says
   * @param account 12 digits
   * @throws InvalidInputException if another placeholder is left, or what results is no bucket's name
   */
  static String bucket(String value, String region, String account) {
    String bucket = resolved("bucket", value, Map.of(REGION, region, ACCOUNT, account));
    refuseOtherThanName(value, bucket);
    return bucket;
  }

  /**
   * A text for a layer in a region.
   *
   * @param parameter the parameter that says it
   * @param value what it says
   * @throws InvalidInputException if another placeholder is left
   */
  static String parameter(
      String parameter, String value, String layer, String region, String account) {
    return resolved(parameter, value, Map.of(REGION, region, ACCOUNT, account, LAYER_NAME, layer));
  }

  private static String resolved(String parameter, String value, Map<String, String> meanings) {
    String known =
        (meanings.containsKey(LAYER_NAME) ? LAYER_NAME + ", " : "") + REGION + " and " + ACCOUNT;
    if (value.contains("${")) {
      throw new InvalidInputException(
          Messages.format(
              "<%s> is '%s': no property of that name is set. Set it, or write %s, without a dollar"
                  + " sign, for those of each target.",
              parameter, value, known));
    }
    String resolved = value;
    for (Map.Entry<String, String> meaning : meanings.entrySet()) {
      resolved = resolved.replace(meaning.getKey(), meaning.getValue());
    }
    Matcher unknown = PLACEHOLDER.matcher(resolved);
    if (unknown.find()) {
      throw new InvalidInputException(
          Messages.format(
              "<%s> is '%s', and %s is not known: there are %s.",
              parameter, value, unknown.group(), known));
    }
    return resolved;
  }

  /**
   * The bucket's name as somebody else will know it, who knows region and account.
   *
   * @param value what {@code <bucket>} says
   * @param region what stands for the region there
   * @param account what stands for the account there
   * @throws InvalidInputException if no region could make a bucket's name of it
   */
  public static String pattern(String value, String region, String account) {
    bucket(value, "eu-west-1", "111122223333");
    return value.replace(REGION, region).replace(ACCOUNT, account);
  }

  private static void refuseOtherThanName(String value, String bucket) {
    if (!BUCKET.matcher(bucket).matches() || NO_BUCKET.matcher(bucket).matches()) {
      throw new InvalidInputException(
          Messages.format(
              "<bucket> is '%s'%s, which is no bucket's name: write the name alone, 3 to 63"
                  + " lower-case letters, digits, '.' and '-', for example layers-{region}.",
              value, value.equals(bucket) ? "" : ", so '" + bucket + "'"));
    }
  }
}
