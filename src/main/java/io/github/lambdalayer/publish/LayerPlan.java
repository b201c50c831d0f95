package io.github.lambdalayer.publish;

import java.util.List;

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

  /** The plans that make a version. */
  List<TargetPlan> publishing() {
    return targets.stream().filter(plan -> !plan.isKept()).toList();
  }
}
