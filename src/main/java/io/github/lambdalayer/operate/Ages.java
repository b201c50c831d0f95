package io.github.lambdalayer.operate;

import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.Messages;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ages of versions as people write them. */
public final class Ages {

  private static final Pattern SHORT = Pattern.compile("(\\d{1,6})\\s*([hdw])");

  private Ages() {}

  /**
   * Reads {@code 30d}, {@code 4w}, {@code 12h}, or a duration of ISO 8601 such as {@code P30D}.
   *
   * @param parameter what it is the value of, for the message
   * @throws InvalidInputException if it is none of them
   */
  public static Duration parse(String parameter, String text) {
    Duration age = read(parameter, text);
    refuseUnlessPositive(parameter, age, text);
    return age;
  }

  /** An age of nothing keeps nothing. */
  static void refuseUnlessPositive(String parameter, Duration age, String text) {
    if (age.isNegative() || age.isZero()) {
      throw new InvalidInputException(
          Messages.format(
              "<%s> is '%s': write an age such as 30d or P30D, more than nothing.",
              parameter, text));
    }
  }

  private static Duration read(String parameter, String text) {
    Matcher matcher = SHORT.matcher(text.trim());
    try {
      if (!matcher.matches()) {
        return Duration.parse(text.trim());
      }
    } catch (DateTimeException e) {
      throw new InvalidInputException(
          Messages.format(
              "<%s> is '%s': write an age such as 30d, 4w, 12h or P30D.", parameter, text),
          e);
    }
    long count = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "h" -> Duration.ofHours(count);
      case "w" -> Duration.ofDays(7 * count);
      default -> Duration.ofDays(count);
    };
  }

  /** As people say it. */
  static String said(Duration age) {
    return age.toDays() > 0 && Duration.ofDays(age.toDays()).equals(age)
        ? Messages.counted(age.toDays(), "day")
        : age.toString();
  }
}
