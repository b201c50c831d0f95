package io.github.lambdalayer.publish;

import io.github.lambdalayer.aws.LiveVersion;
import io.github.lambdalayer.layer.Permission;
import java.util.List;
import java.util.Optional;

/**
 * What became of one region.
 *
 * @param region the region
 * @param status how it ended
 * @param version the version, where there is one, also where it could not be shared
 * @param reason why a version was made or kept, or why it failed
 * @param granted the permissions that were added in this run
 * @param permissions the permissions that were wanted
 * @param others what a kept version's policy grants beyond them, for people
 */
public record TargetResult(
    String region,
    Status status,
    Optional<LiveVersion> version,
    String reason,
    List<Permission> granted,
    List<Permission> permissions,
    List<String> others) {

  /** How a region ended. */
  public enum Status {
    /** A new version was made and shared, and both were read back. */
    PUBLISHED,
    /** The newest version was the same already; what its policy lacked was added. */
    KEPT,
    /** The region is not as it was wanted. */
    FAILED
  }

  public TargetResult {
    granted = List.copyOf(granted);
    permissions = List.copyOf(permissions);
    others = List.copyOf(others);
  }
}
