package io.github.lambdalayer.publish;

import io.github.lambdalayer.aws.LiveVersion;
import io.github.lambdalayer.layer.Permission;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What became of one target.
 *
 * @param place the target
 * @param status how it ended
 * @param version the version, where there is one, also where it could not be shared
 * @param reason why a version was made or kept, or why it failed
 * @param granted the permissions that were added in this run
 * @param revoked what was taken back in this run, for people
 * @param permissions the permissions that were wanted
 * @param others what the version's policy grants beyond them, for people
 * @param parameters the names of the parameters of Systems Manager that were written in this run
 * @param duplicates the numbers of other versions with the same content that this run has come upon
 * @param time how long it took
 */
public record TargetResult(
    Place place,
    Status status,
    Optional<LiveVersion> version,
    String reason,
    List<Permission> granted,
    List<String> revoked,
    List<Permission> permissions,
    List<String> others,
    List<String> parameters,
    List<Long> duplicates,
    Duration time) {

  /** How a target ended. */
  public enum Status {
    /** A new version was made and shared, and both were read back. */
    PUBLISHED,
    /** The newest version was the same already; what its policy lacked was added. */
    KEPT,
    /** The target is not as it was wanted. */
    FAILED,
    /** Nothing was done in it, because of another target. */
    NOT_TRIED
  }

  public TargetResult {
    granted = List.copyOf(granted);
    revoked = List.copyOf(revoked);
    permissions = List.copyOf(permissions);
    others = List.copyOf(others);
    parameters = List.copyOf(parameters);
    duplicates = List.copyOf(duplicates);
  }

  /** A target that could not be examined, so that nothing was done in it. */
  static TargetResult failed(PublishRequest request, Place place, String reason) {
    return untouched(request, place, Status.FAILED, reason);
  }

  /** A target in which nothing was done because of another one. */
  static TargetResult notTried(PublishRequest request, Place place, String reason) {
    return untouched(request, place, Status.NOT_TRIED, reason);
  }

  private static TargetResult untouched(
      PublishRequest request, Place place, Status status, String reason) {
    return new TargetResult(
        place,
        status,
        Optional.empty(),
        reason,
        List.of(),
        List.of(),
        request.layer().definition().permissions(),
        List.of(),
        List.of(),
        List.of(),
        Duration.ZERO);
  }

  /** The region. */
  public String region() {
    return place.region();
  }

  /** The account, as far as it is known. */
  public Optional<String> account() {
    return version.map(live -> live.arn().account()).or(() -> Optional.ofNullable(place.account()));
  }

  /** The target, with its account as far as that is known. */
  public Place knownPlace() {
    return new Place(account().orElse(null), place.identity(), place.region());
  }

  /** Whether the target is as it was wanted. */
  public boolean isDone() {
    return status == Status.PUBLISHED || status == Status.KEPT;
  }
}
