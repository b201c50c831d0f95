package io.github.lambdalayer.operate;

import io.github.lambdalayer.aws.LayerPolicy;
import io.github.lambdalayer.layer.Permission;
import io.github.lambdalayer.publish.Place;
import io.github.lambdalayer.publish.Target;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is to be granted and taken back of a layer in one place, or why that is not known.
 *
 * @param layer the layer
 * @param place the place
 * @param target the way there; null where there is none
 * @param live the numbers of all live versions, newest first
 * @param versions the versions that are meant, newest first
 * @param missing numbers that are named and not live
 * @param problem why nothing is changed anywhere
 */
public record SharingPlan(
    OperatedLayer layer,
    Place place,
    @Nullable Target target,
    List<Long> live,
    List<Change> versions,
    List<Long> missing,
    @Nullable String problem)
    implements LiveNumbers {

  public SharingPlan {
    live = List.copyOf(live);
    versions = List.copyOf(versions);
    missing = List.copyOf(missing);
  }

  /**
   * One version.
   *
   * @param version its number
   * @param description its description, empty without one
   * @param policy who may use it now
   * @param grant the permissions that it is to get
   * @param revoke the statements that it is to lose
   * @param others the statements that stay, though nobody has asked for them, or that may still let in who
   *     is shut out
   */
  public record Change(
      long version,
      String description,
      LayerPolicy policy,
      List<Permission> grant,
      List<LayerPolicy.Other> revoke,
      List<LayerPolicy.Other> others) {

    public Change {
      grant = List.copyOf(grant);
      revoke = List.copyOf(revoke);
      others = List.copyOf(others);
    }

    /** Whether there is anything to do. */
    public boolean isChange() {
      return !grant.isEmpty() || !revoke.isEmpty();
    }
  }

  /** The versions with which there is anything to do. */
  public List<Change> changes() {
    return versions.stream().filter(Change::isChange).toList();
  }

  /** Why nothing is changed anywhere. */
  public Optional<String> reason() {
    return Optional.ofNullable(problem);
  }
}
