package io.github.lambdalayer.aws;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;

/**
 * The parts of AWS that know nothing of each other: {@code aws}, {@code aws-cn}, {@code aws-us-gov}
 * and others.
 */
final class Partitions {

  static final String DEFAULT = "aws";

  /** As the SDK has it; its own table of partitions takes a tenth of a second to load. */
  private static final Pattern COMMERCIAL =
      Pattern.compile("(us|eu|ap|sa|ca|me|af|il|mx)-[a-z]+-\\d+");

  private Partitions() {}

  /** The partition that an ARN names. */
  static String of(String arn) {
    String[] parts = arn.split(":", 3);
    return parts.length == 3 ? parts[1] : DEFAULT;
  }

  /** The partition of a region. */
  static String ofRegion(String region) {
    return COMMERCIAL.matcher(region).matches()
        ? DEFAULT
        : PartitionMetadata.of(Region.of(region)).id();
  }

  /** A region of a partition to call its global services in: this machine's own, where it fits. */
  static String homeRegion(String partition, @Nullable String profile) {
    return Regions.own(profile)
        .filter(own -> ofRegion(own).equals(partition))
        .orElseGet(() -> firstRegion(partition));
  }

  /** The region that a partition's global services are signed for. */
  static String firstRegion(String partition) {
    return switch (partition) {
      case "aws-cn" -> "cn-northwest-1";
      case "aws-us-gov" -> "us-gov-west-1";
      case DEFAULT -> "us-east-1";
      default ->
          Region.regions().stream()
              .filter(region -> !region.isGlobalRegion())
              .map(Region::id)
              .filter(region -> ofRegion(region).equals(partition))
              .findFirst()
              .orElse("us-east-1");
    };
  }
}
