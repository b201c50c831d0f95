package io.github.lambdalayer.mojo;

import io.github.lambdalayer.layer.LayerName;
import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.operate.AfterPublishing;
import io.github.lambdalayer.operate.DeletionPlan;
import io.github.lambdalayer.operate.DeletionRule;
import io.github.lambdalayer.operate.Deletions;
import io.github.lambdalayer.operate.Retention;
import io.github.lambdalayer.publish.Destinations;
import io.github.lambdalayer.publish.LayerPlan;
import io.github.lambdalayer.publish.Target;
import io.github.lambdalayer.publish.TargetPlan;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.plugin.logging.Log;

/** Tells what publishing would delete once it has come to its end. */
final class RetainPreview {

  private final Retention rule;
  private final int threads;
  private final Log log;

  RetainPreview(Retention rule, int threads, Log log) {
    this.rule = rule;
    this.threads = threads;
    this.log = log;
  }

  /**
   * Tells it, and what is not known of it; calls nothing that writes.
   *
   * @param plans what is published before
   * @return what becomes of each layer in each place
   */
  List<DeletionPlan> tell(PublishJob job, List<LayerPlan> plans, Destinations destinations) {
    var deletions = new Deletions(threads, Clock.systemUTC(), log::info);
    List<DeletionPlan> found =
        deletions.plan(
            job.operated(), destinations, (layer, target) -> rule(layer.name(), target, plans));
    log.info("To be deleted by <retain>, once all of that is done:");
    var run = new DeletionRun(rule, threads, log);
    for (DeletionPlan plan : found) {
      if (plan.reason().isEmpty()) {
        run.tell(plan);
      } else {
        log.warn(
            Messages.format(
                "What <retain> deletes of %s in %s is not known: %s",
                plan.layer().name(), plan.place(), plan.reason().get()));
      }
    }
    return found;
  }

  /** Where a version is made, all others are one further from the newest. */
  private DeletionRule rule(LayerName layer, Target target, List<LayerPlan> plans) {
    return plans.stream()
        .filter(plan -> plan.request().layer().definition().name().equals(layer))
        .flatMap(plan -> plan.targets().stream().map(one -> after(plan, one, target)))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(rule);
  }

  private Optional<DeletionRule> after(LayerPlan plan, TargetPlan found, Target target) {
    boolean isAligned = plan.request().options().alignVersions();
    return found.target().equals(target)
        ? Optional.of(
            new AfterPublishing(
                rule, found.isKept() ? 0 : 1, Set.copyOf(isAligned ? found.padding() : List.of())))
        : Optional.empty();
  }
}
