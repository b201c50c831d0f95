package io.github.lambdalayer.operate;

import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.Messages;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which version functions get: the newest, one number, one for each region, or none at all. */
public final class VersionChoice {

  private static final String NONE = "none";
  private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,17}");
  private static final Pattern REGION = Pattern.compile("([a-z0-9-]+)=([1-9]\\d{0,17})");

  private final boolean isNone;
  private final @Nullable Long everywhere;
  private final Map<String, Long> regions;

  private VersionChoice(boolean isNone, @Nullable Long everywhere, Map<String, Long> regions) {
    this.isNone = isNone;
    this.everywhere = everywhere;
    this.regions = regions;
  }

  /**
   * Reads it.
   *
   * @param items none for the newest, {@code 11}, {@code eu-west-1=11} and {@code us-east-1=7}, or {@code
   *     none}
   * @throws InvalidInputException if it is none of these
   */
  public static VersionChoice parse(List<String> items) {
    if (items.equals(List.of(NONE))) {
      return new VersionChoice(true, null, Map.of());
    }
    if (items.size() == 1 && NUMBER.matcher(items.get(0)).matches()) {
      return new VersionChoice(false, Long.valueOf(items.get(0)), Map.of());
    }
    var regions = new LinkedHashMap<String, Long>();
    for (String item : items) {
      Matcher region = REGION.matcher(item);
      if (!region.matches()
          || regions.put(region.group(1), Long.valueOf(region.group(2))) != null) {
        throw new InvalidInputException(
            Messages.format(
                "<version> is '%s': write a number such as 11, one for each region such as"
                    + " eu-west-1=11,us-east-1=7, or none to take the layer away.",
                String.join(",", items)));
      }
    }
    return new VersionChoice(false, null, regions);
  }

  /** Whether functions are to have no version of the layer at all. */
  public boolean isNone() {
    return isNone;
  }

  /** Whether no number was said. */
  public boolean isNewest() {
    return !isNone && everywhere == null && regions.isEmpty();
  }

  /**
   * The number in a region.
   *
   * @return nothing where it is the newest
   * @throws InvalidInputException if there is one for other regions only
   */
  OptionalLong in(String region) {
    if (everywhere != null) {
      return OptionalLong.of(everywhere);
    }
    Long number = regions.get(region);
    if (number == null && !regions.isEmpty()) {
      throw new InvalidInputException(
          Messages.format(
              "<version> says nothing of %s: add %s=NUMBER, or name only the other regions in"
                  + " <regions>.",
              region, region));
    }
    return number == null ? OptionalLong.empty() : OptionalLong.of(number);
  }

  /**
   * Refuses numbers for regions in which nothing is done: they are slips of the pen.
   *
   * @param others the regions of all targets
   * @throws InvalidInputException that names them
   */
  void refuseOthers(Collection<String> others) {
    List<String> vain =
        regions.keySet().stream().filter(region -> !others.contains(region)).toList();
    if (!vain.isEmpty()) {
      throw new InvalidInputException(
          Messages.format(
              "<version> names %s, and functions are looked for in %s. Correct it, or add to <regions>.",
              Messages.and(vain), Messages.and(others.stream().distinct().sorted().toList())));
    }
  }
}
