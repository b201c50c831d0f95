package io.github.lambdalayer.aws;

import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.Messages;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.services.lambda.LambdaClient;

/** Which regions are meant. */
public final class Regions {

  private static final Pattern SYNTAX = Pattern.compile("[a-z]{2,}(-[a-z]+)+-\\d{1,2}");

  private Regions() {}

  /**
   * Refuses what is no region, before any call.
   *
   * @param allowUnknown whether a well-formed region passes that this release does not know yet
   */
  public static void check(String region, boolean allowUnknown) {
    check("<regions> has", region, allowUnknown);
  }

  static void check(String said, String region, boolean allowUnknown) {
    if (!SYNTAX.matcher(region).matches()) {
      throw new InvalidInputException(
          Messages.format(
              "%s '%s', which is no region's code. Write codes such as eu-west-1, separated by"
                  + " commas with -DlambdaLayer.regions.",
              said, region));
    }
    if (!allowUnknown && !Region.regions().contains(Region.of(region))) {
      throw new InvalidInputException(
          Messages.format(
              "%s '%s', and no such region is known%s. If it is newer than this plugin, set"
                  + " -DlambdaLayer.allowUnknownRegions.",
              said, region, alike(region)));
    }
  }

  private static String alike(String region) {
    String continent = region.substring(0, region.indexOf('-') + 1);
    List<String> alike =
        Region.regions().stream()
            .filter(candidate -> !candidate.isGlobalRegion())
            .map(Region::id)
            .filter(id -> id.startsWith(continent) && SYNTAX.matcher(id).matches())
            .sorted()
            .toList();
    return alike.isEmpty() ? "" : "; there are " + String.join(", ", alike);
  }

  /**
   * The region of AWS_REGION, AWS_DEFAULT_REGION (which the SDK does not read, though every other AWS
   * tool does), the profile, or this machine's own.
   */
  static String fromChain(@Nullable String profile, boolean allowUnknown) {
    String region =
        own(profile)
            .orElseThrow(
                () ->
                    new InvalidInputException(
                        "<regions> is not set, and no region was found in AWS_REGION,"
                            + " AWS_DEFAULT_REGION, in"
                            + (profile == null ? " the profile" : " the profile '" + profile + "'")
                            + " or on this machine. Set <regions> or -DlambdaLayer.regions, for"
                            + " example to eu-west-1."));
    check("AWS_REGION, AWS_DEFAULT_REGION or the profile has", region, allowUnknown);
    return region;
  }

  /** The region that this machine, or the profile, is set to. */
  static Optional<String> own(@Nullable String profile) {
    String region = System.getenv("AWS_DEFAULT_REGION");
    boolean said = System.getenv("AWS_REGION") != null || System.getProperty("aws.region") != null;
    return said || region == null || region.isBlank() ? fromSdk(profile) : Optional.of(region);
  }

  private static Optional<String> fromSdk(@Nullable String profile) {
    try {
      var chain = DefaultAwsRegionProviderChain.builder();
      if (profile != null) {
        chain.profileName(profile);
      }
      return Optional.of(chain.build().getRegion().id());
    } catch (SdkException | IllegalArgumentException | IllegalStateException e) {
      // Nobody has said where this machine is.
      return Optional.empty();
    }
  }

  /** Whether this release knows that a region offers Lambda. */
  static boolean offerLambda(String region) {
    return LambdaClient.serviceMetadata().regions().contains(Region.of(region));
  }
}
