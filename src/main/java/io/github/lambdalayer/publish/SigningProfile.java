package io.github.lambdalayer.publish;

import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.Messages;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The profile of AWS Signer that zips are signed with.
 *
 * @param value what {@code <signingProfile>} says
 * @param name the profile's name
 * @param version the version that it must have, if one is said
 * @param region the only region that it is in, if its ARN is said
 * @param owner the account that it belongs to, if its ARN is said
 * @param timeout how long a job is waited for
 */
public record SigningProfile(
    String value,
    String name,
    @Nullable String version,
    @Nullable String region,
    @Nullable String owner,
    Duration timeout) {

  private static final Pattern SYNTAX =
      Pattern.compile(
          "(?:arn:aws[a-zA-Z-]*:signer:([a-z0-9-]+):(\\d{12}):/signing-profiles/)?"
              + "([a-zA-Z0-9_]{2,64})(?:/([a-zA-Z0-9]{10}))?");

  /**
   * Reads a name or an ARN, either with or without a version behind it.
   *
   * @throws InvalidInputException if it is neither
   */
  public static SigningProfile parse(String value, Duration timeout) {
    Matcher matcher = SYNTAX.matcher(value);
    if (!matcher.matches()) {
      throw new InvalidInputException(
          Messages.format(
              "<signingProfile> is '%s': write a profile's name, 2 to 64 letters, digits and '_', or its"
                  + " ARN, such as arn:aws:signer:eu-west-1:111122223333:/signing-profiles/layers; the"
                  + " ten characters of a version may stand behind a slash.",
              value));
    }
    return new SigningProfile(
        value, matcher.group(3), matcher.group(4), matcher.group(1), matcher.group(2), timeout);
  }

  @Override
  public String toString() {
    return value;
  }
}
