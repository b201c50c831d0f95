package io.github.lambdalayer.publish;

import java.util.List;
import java.util.Optional;

/**
 * What is to be done with a layer in all its targets.
 *
 * @param request what was asked for
 * @param targets a plan for each target, in the order they were asked for
 */
public record LayerPlan(PublishRequest request, List<TargetPlan> targets) {

  public LayerPlan {
    targets = List.copyOf(targets);
  }

  /** The least number of a target's new version, where numbers are to be equal. */
  public Optional<Long> alignedNumber(TargetPlan target) {
    return target.isKept() || !request.options().alignVersions()
        ? Optional.empty()
        : Optional.of(Alignment.least(this));
  }

  /** The plans that make a version. */
  List<TargetPlan> publishing() {
    return targets.stream().filter(plan -> !plan.isKept()).toList();
  }
}
