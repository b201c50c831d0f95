package io.github.lambdalayer.layer;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Amazon Resource Name of one layer version.
 *
 * @param partition {@code aws}, {@code aws-cn}, {@code aws-us-gov} or another partition
 * @param region the region's code, for example {@code eu-west-1}
 * @param account the owner's account: 12 digits
 * @param layerName the layer
 * @param version the version's number, from 1
 */
public record LayerVersionArn(
    String partition, String region, String account, LayerName layerName, long version) {

  private static final Pattern SYNTAX =
      Pattern.compile(
          "arn:(aws[a-zA-Z-]*):lambda:([a-z0-9-]+):(\\d{12}):layer:([a-zA-Z0-9_-]{1,140}):(\\d+)");

  /**
   * Reads an ARN.
   *
   * @throws IllegalArgumentException if the text is not the ARN of a layer version
   */
  public static LayerVersionArn parse(String text) {
    return find(text)
        .orElseThrow(
            () -> new IllegalArgumentException("'" + text + "' is not the ARN of a layer version"));
  }

  /** Reads an ARN, if it has this form: AWS's own layers have another, without account and number. */
  public static Optional<LayerVersionArn> find(String text) {
    Matcher matcher = SYNTAX.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new LayerVersionArn(
            matcher.group(1),
            matcher.group(2),
            matcher.group(3),
            new LayerName(matcher.group(4)),
            Long.parseLong(matcher.group(5))));
  }

  @Override
  public String toString() {
    // Not String.format: some locales have digits of their own.
    return "arn:"
        + partition
        + ":lambda:"
        + region
        + ":"
        + account
        + ":layer:"
        + layerName
        + ":"
        + version;
  }
}
