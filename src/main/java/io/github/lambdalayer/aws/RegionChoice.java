package io.github.lambdalayer.aws;

import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which regions are meant.
 *
 * @param regions codes such as {@code eu-west-1}, or {@code all} alone; none stands for the region
 *     that every AWS tool would use
 * @param excluded regions that are left out
 * @param allowUnknown whether a well-formed region passes that this release does not know
 */
public record RegionChoice(List<String> regions, List<String> excluded, boolean allowUnknown) {

  /** Every region that the account has enabled and that offers Lambda. */
  public static final String ALL = "all";

  private static final String EXCLUDED = "<excludeRegions> has";

  /** Refuses what is no region, and what excludes nothing. */
  public RegionChoice {
    regions = regions.stream().distinct().toList();
    excluded = excluded.stream().distinct().toList();
    if (regions.contains(ALL) && regions.size() > 1) {
      throw new InvalidInputException(
          Messages.format("<regions> is '%s': write all alone, or name regions.", regions));
    }
    for (String region : regions) {
      if (!region.equals(ALL)) {
        Regions.check(region, allowUnknown);
      }
    }
    for (String region : excluded) {
      // A region newer than this release can be excluded if it is enabled, which is seen later.
      Regions.check(EXCLUDED, region, allowUnknown || regions.contains(ALL));
      if (!regions.contains(ALL) && !regions.contains(region)) {
        throw new InvalidInputException(
            Messages.format(
                "<excludeRegions> has '%s', which <regions> does not name: %s. Leave it out.",
                region, regions));
      }
    }
    if (!regions.isEmpty() && excluded.containsAll(regions)) {
      throw new InvalidInputException(
          Messages.format(
              "<excludeRegions> is '%s' and leaves no region of '%s'. Leave one of them out.",
              excluded, regions));
    }
  }

  /** Whether the account is to be asked. */
  public boolean isAll() {
    return regions.contains(ALL);
  }

  /** The regions that are named, less those that are excluded. */
  public List<String> named() {
    return regions.stream().filter(region -> !excluded.contains(region)).toList();
  }

  /**
   * The codes as far as they can be told without a call: {@code *} alone where only the account knows.
   *
   * @param profile the profile whose region it is where none is named
   */
  public List<String> told(@Nullable String profile) {
    if (isAll()) {
      return List.of("*");
    }
    return regions.isEmpty() ? List.of(Regions.own(profile).orElse("*")) : named();
  }

  /** A region of the partition that is meant, where one is named. */
  Optional<String> hint() {
    return regions.stream().filter(region -> !region.equals(ALL)).findFirst();
  }

  /**
   * What is chosen of the regions that an account has enabled.
   *
   * @throws InvalidInputException if a region is excluded that is neither known nor enabled
   */
  Enabled among(List<String> enabled) {
    excluded.stream()
        .filter(region -> !enabled.contains(region))
        .forEach(region -> Regions.check(EXCLUDED, region, allowUnknown));
    var chosen = new ArrayList<String>();
    var unknown = new ArrayList<String>();
    for (String region : enabled.stream().filter(r -> !excluded.contains(r)).sorted().toList()) {
      if (allowUnknown || Regions.offerLambda(region)) {
        chosen.add(region);
      } else {
        unknown.add(region);
      }
    }
    if (chosen.isEmpty()) {
      throw new InvalidInputException(
          Messages.format(
              "<regions> is 'all', and no region is left: the account has enabled %s, excluded are %s,"
                  + " and it is not known of %s that they offer Lambda.",
              enabled, excluded, unknown));
    }
    return new Enabled(chosen, unknown);
  }

  /**
   * The regions of an account.
   *
   * @param chosen where to publish
   * @param unknown enabled regions of which this release does not know that they offer Lambda
   */
  public record Enabled(List<String> chosen, List<String> unknown) {

    public Enabled {
      chosen = List.copyOf(chosen);
      unknown = List.copyOf(unknown);
    }
  }
}
