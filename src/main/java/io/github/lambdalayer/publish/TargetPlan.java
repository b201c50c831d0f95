package io.github.lambdalayer.publish;

import io.github.lambdalayer.aws.LayerPolicy;
import io.github.lambdalayer.aws.LiveVersion;
import io.github.lambdalayer.layer.Permission;
import java.util.List;
import java.util.Optional;

/**
 * What is to be done with a layer in one target.
 *
 * @param target the target
 * @param newest the newest live version that holds content, if there is one
 * @param isKept whether it stays the newest: nothing has to be published
 * @param reason why a version is made, or why the newest stays
 * @param highest the highest number that is live, 0 without any
 * @param padding the numbers of padding versions above the newest content
 * @param policy who may use the newest version now, where it is kept
 * @param missing the permissions to add
 * @param others the statements that grant something else; only on a kept version
 * @param parameters the names of the parameters of Systems Manager that are to be written; {@code
 *     {version}} stands for a number that is not known yet
 */
public record TargetPlan(
    Target target,
    Optional<LiveVersion> newest,
    boolean isKept,
    String reason,
    long highest,
    List<Long> padding,
    LayerPolicy policy,
    List<Permission> missing,
    List<LayerPolicy.Other> others,
    List<String> parameters) {

  public TargetPlan {
    padding = List.copyOf(padding);
    missing = List.copyOf(missing);
    others = List.copyOf(others);
    parameters = List.copyOf(parameters);
  }

  /** What the target is called. */
  public Place place() {
    return target.place();
  }

  /** The version that is kept. */
  Optional<LiveVersion> kept() {
    return isKept ? newest : Optional.empty();
  }
}
