package io.github.lambdalayer.mojo;

import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.operate.DeletionPlan;
import io.github.lambdalayer.operate.DeletionResult;
import io.github.lambdalayer.operate.DeletionRule;
import io.github.lambdalayer.operate.Deletions;
import io.github.lambdalayer.operate.NumberRanges;
import io.github.lambdalayer.operate.OperatedLayer;
import io.github.lambdalayer.operate.Verdict;
import io.github.lambdalayer.publish.Destinations;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.Log;

/** Tells what a rule deletes, and deletes it if that is wanted. */
final class DeletionRun {

  private final DeletionRule rule;
  private final Deletions deletions;
  private final Log log;

  DeletionRun(DeletionRule rule, int threads, Log log) {
    this.rule = rule;
    this.deletions = new Deletions(threads, Clock.systemUTC(), log::info);
    this.log = log;
  }

  /**
   * Tells it; writes nothing.
   *
   * @throws MojoExecutionException if a target cannot be examined
   */
  List<DeletionPlan> preview(List<OperatedLayer> layers, Destinations destinations)
      throws MojoExecutionException {
    List<DeletionPlan> plans = deletions.plan(layers, destinations, rule);
    plans.stream().filter(plan -> plan.reason().isEmpty()).forEach(this::tell);
    Problems.of(plans, DeletionRun::place, DeletionPlan::reason)
        .refuse("could not be examined, and nothing was deleted anywhere");
    return plans;
  }

  /**
   * Tells it, and does it if that is wanted.
   *
   * @return the plans, as they were carried out
   * @throws MojoExecutionException if a target cannot be examined, or not all was deleted
   */
  List<DeletionPlan> run(List<OperatedLayer> layers, Destinations destinations, boolean isWanted)
      throws MojoExecutionException {
    List<DeletionPlan> plans = preview(layers, destinations);
    int count = plans.stream().mapToInt(plan -> plan.deleted().size()).sum();
    if (count == 0) {
      log.info("Nothing to delete.");
    } else if (!isWanted) {
      log.info(
          Messages.format(
              "Nothing was deleted: this is a preview. To delete the %s above, run it again with"
                  + " -DlambdaLayer.yes",
              Messages.counted(count, "version")));
    } else {
      return delete(plans);
    }
    return plans;
  }

  private List<DeletionPlan> delete(List<DeletionPlan> plans) throws MojoExecutionException {
    List<DeletionResult> results = deletions.run(plans, rule);
    for (DeletionResult result : results) {
      if (!result.deleted().isEmpty()) {
        log.info(
            Messages.format(
                "%s: deleted %s", place(result.plan()), NumberRanges.said(result.deleted())));
      }
      for (Verdict used : result.nowUsed()) {
        log.warn(
            Messages.format(
                "%s: kept %d: %s", place(result.plan()), used.version().number(), used.reason()));
      }
    }
    Problems.of(results, DeletionRun::progress, DeletionResult::reason)
        .refuse("failed. Run it again: it does only what is missing");
    return results.stream().map(DeletionResult::plan).toList();
  }

  private static String progress(DeletionResult result) {
    return Messages.format(
        "%s, after %d of %s",
        place(result.plan()),
        result.deleted().size(),
        Messages.counted(result.plan().deleted().size(), "version"));
  }

  /** Tells what becomes of a layer in a place. */
  void tell(DeletionPlan plan) {
    int goes = plan.deleted().size();
    log.info(
        plan.verdicts().isEmpty()
            ? place(plan) + (plan.live().isEmpty() ? ": no version" : ": no such version")
            : Messages.format(
                "%s: %d to delete, %d to keep", place(plan), goes, plan.kept().size()));
    Map<String, List<Long>> alike = new LinkedHashMap<>();
    for (Verdict verdict : plan.verdicts()) {
      String deed =
          (verdict.isDeleted() ? "delete %s: " : "keep %s: ") + verdict.reason().replace("%", "%%");
      alike.computeIfAbsent(deed, any -> new ArrayList<>()).add(verdict.version().number());
    }
    alike.forEach(
        (deed, numbers) -> log.info("  " + Messages.format(deed, NumberRanges.said(numbers))));
    if (!plan.missing().isEmpty() && !plan.verdicts().isEmpty()) {
      log.info("  not there: " + NumberRanges.said(plan.missing()));
    }
  }

  private static String place(DeletionPlan plan) {
    return plan.layer().name() + " in " + plan.place();
  }
}
