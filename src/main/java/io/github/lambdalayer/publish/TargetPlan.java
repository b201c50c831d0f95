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
 */
record TargetPlan(
    String region, Optional<LiveVersion> kept, String reason, List<Permission> missing) {

  TargetPlan {
    missing = List.copyOf(missing);
  }

  /** Keeps the newest version and adds what its policy lacks. */
  static TargetPlan keep(String region, LiveVersion newest, List<Permission> missing) {
    return new TargetPlan(region, Optional.of(newest), "it has the same content", missing);
  }

  /** Makes a new version, which starts without any permission. */
  static TargetPlan publish(String region, String reason, List<Permission> wanted) {
    return new TargetPlan(region, Optional.empty(), reason, wanted);
  }
}
