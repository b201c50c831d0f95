package io.github.lambdalayer.publish;

import io.github.lambdalayer.aws.LiveVersion;
import io.github.lambdalayer.layer.Permission;
import java.util.List;
import java.util.Optional;

/**
 * What is to be done in one region.
 *
 * @param region the region
 * @param kept the newest live version, where it stays
 * @param reason why a version is made, or why the newest stays
 * @param missing the permissions to add
 * @param others what the policy of a kept version grants beyond what is wanted, for people
 */
record TargetPlan(
    String region,
    Optional<LiveVersion> kept,
    String reason,
    List<Permission> missing,
    List<String> others) {

  TargetPlan {
    missing = List.copyOf(missing);
    others = List.copyOf(others);
  }

  /** Keeps the newest version and adds what its policy lacks. */
  static TargetPlan keep(
      String region, LiveVersion newest, List<Permission> missing, List<String> others) {
    return new TargetPlan(region, Optional.of(newest), "it has the same content", missing, others);
  }

  /** Makes a new version, which starts without any permission. */
  static TargetPlan publish(String region, String reason, List<Permission> wanted) {
    return new TargetPlan(region, Optional.empty(), reason, wanted, List.of());
  }
}
