package io.github.lambdalayer.mojo;

import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.operate.NumberRanges;
import io.github.lambdalayer.operate.OperatedLayer;
import io.github.lambdalayer.operate.Sharing;
import io.github.lambdalayer.operate.SharingPlan;
import io.github.lambdalayer.operate.SharingPlan.Change;
import io.github.lambdalayer.operate.SharingResult;
import io.github.lambdalayer.operate.SharingRule;
import io.github.lambdalayer.publish.Destinations;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.Log;

/** Tells which grants a rule changes, and changes them if that is wanted. */
final class SharingRun {

  private final SharingRule rule;
  private final Sharing sharing;
  private final Log log;

  SharingRun(SharingRule rule, int threads, Log log) {
    this.rule = rule;
    this.sharing = new Sharing(threads, log::info);
    this.log = log;
  }

  /**
   * Tells it, and does it if that is wanted.
   *
   * @return the plans
   * @throws MojoExecutionException if a target cannot be examined, or not all was changed
   * @throws InvalidInputException if no target has a version that is named: nothing was changed
   */
  List<SharingPlan> run(List<OperatedLayer> layers, Destinations destinations, boolean isWanted)
      throws MojoExecutionException {
    List<SharingPlan> plans = sharing.plan(layers, destinations, rule);
    plans.stream().filter(plan -> plan.reason().isEmpty()).forEach(this::tell);
    Problems.of(plans, SharingRun::place, SharingPlan::reason)
        .refuse("could not be examined, and nothing was changed anywhere");
    refuseAbsent(plans);
    new RevokeWarnings(rule, log).tell(plans);
    int count = plans.stream().mapToInt(plan -> plan.changes().size()).sum();
    if (count == 0) {
      log.info("Nothing to change.");
    } else if (!isWanted) {
      log.info(
          Messages.format(
              "Nothing was changed: this is a preview. To change the %s above, run it again with"
                  + " -DlambdaLayer.yes",
              Messages.counted(count, "version")));
    } else {
      change(plans);
    }
    return plans;
  }

  /** Who lets somebody in to a version, or shuts them out of it, must not be mistaken in which. */
  private void refuseAbsent(List<SharingPlan> plans) {
    new NothingThere(plans).refuse(rule.versions());
    if (plans.stream().allMatch(plan -> plan.versions().isEmpty())) {
      throw new InvalidInputException(
          Messages.format(
              "<versions> is '%s', and no target has any of %s: publish first, or check <layerName>,"
                  + " <regions> and the account.",
              rule.versions(),
              Messages.and(
                  plans.stream().map(plan -> plan.layer().name().value()).distinct().toList())));
    }
  }

  private void change(List<SharingPlan> plans) throws MojoExecutionException {
    List<SharingResult> results = sharing.run(plans, rule);
    for (SharingResult result : results) {
      if (!result.done().isEmpty()) {
        log.info(
            Messages.format(
                "%s: changed and read back %s",
                place(result.plan()), NumberRanges.said(result.done())));
      }
    }
    Problems.of(results, SharingRun::progress, SharingResult::reason)
        .refuse("failed. Run it again: it does only what is missing");
  }

  private static String progress(SharingResult result) {
    return Messages.format(
        "%s, after %d of %s",
        place(result.plan()),
        result.done().size(),
        Messages.counted(result.plan().changes().size(), "version"));
  }

  private void tell(SharingPlan plan) {
    log.info(
        plan.versions().isEmpty()
            ? place(plan) + (plan.live().isEmpty() ? ": no version" : ": no such version")
            : Messages.format(
                "%s: %d of %s to change",
                place(plan),
                plan.changes().size(),
                Messages.counted(plan.versions().size(), "version")));
    Map<String, List<Long>> alike = new LinkedHashMap<>();
    for (Change change : plan.versions()) {
      alike.computeIfAbsent(said(change), any -> new ArrayList<>()).add(change.version());
    }
    alike.forEach((deed, numbers) -> log.info("  " + NumberRanges.said(numbers) + ": " + deed));
    if (!plan.missing().isEmpty() && !plan.versions().isEmpty()) {
      log.info("  not there: " + NumberRanges.said(plan.missing()));
    }
  }

  private String said(Change change) {
    boolean isRevoking = !rule.unwanted().isEmpty();
    var deeds = new ArrayList<String>();
    if (!change.grant().isEmpty()) {
      deeds.add("grant " + joined(change.grant()));
    }
    if (!change.revoke().isEmpty()) {
      deeds.add("take back " + joined(change.revoke()));
    }
    if (deeds.isEmpty()) {
      deeds.add(isRevoking ? "not granted" : "as it is wanted");
    }
    if (!change.others().isEmpty()) {
      deeds.add(
          (isRevoking ? "may still be let in by " : "stays granted to ") + joined(change.others()));
    }
    return String.join("; ", deeds);
  }

  private static String joined(List<?> items) {
    return items.stream().map(Object::toString).collect(Collectors.joining(", "));
  }

  private static String place(SharingPlan plan) {
    return plan.layer().name() + " in " + plan.place();
  }
}
