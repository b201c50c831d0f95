package io.github.lambdalayer.operate;

import io.github.lambdalayer.aws.LambdaCallException;
import io.github.lambdalayer.aws.LayerPolicy;
import io.github.lambdalayer.aws.LiveVersion;
import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.layer.Permission;
import io.github.lambdalayer.operate.SharingPlan.Change;
import io.github.lambdalayer.publish.Destinations;
import io.github.lambdalayer.publish.Grants;
import io.github.lambdalayer.publish.Target;
import io.github.lambdalayer.publish.TargetException;
import io.github.lambdalayer.publish.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Brings who may use versions to what is wanted, after all targets were examined. */
public final class Sharing {

  /** Reading who may use so many versions takes more than a moment. */
  private static final int MANY = 20;

  private final int threads;
  private final Consumer<String> progress;

  /**
   * Changes nothing yet.
   *
   * @param threads how many targets are worked on at a time
   * @param progress is told what takes its time, by several threads
   */
  public Sharing(int threads, Consumer<String> progress) {
    this.threads = threads;
    this.progress = progress;
  }

  /**
   * What is to be changed; changes nothing.
   *
   * @return a plan for each layer in each place, those too that cannot be examined
   */
  public List<SharingPlan> plan(
      List<OperatedLayer> layers, Destinations destinations, SharingRule rule) {
    try (var workers = new Workers(threads)) {
      var survey = new Survey(workers);
      return survey
          .of(layers, destinations, (layer, target) -> plan(survey, layer, target, rule))
          .stream()
          .map(Sharing::plan)
          .toList();
    }
  }

  private static SharingPlan plan(Survey.Examined<SharingPlan> one) {
    return one.found() != null
        ? one.found()
        : new SharingPlan(
            one.layer(),
            one.place(),
            null,
            List.of(),
            List.of(),
            List.of(),
            String.valueOf(one.problem()));
  }

  private SharingPlan plan(Survey survey, OperatedLayer layer, Target target, SharingRule rule) {
    List<VersionFacts> live = survey.versions(layer, target, null);
    List<VersionFacts> meant = rule.versions().of(live);
    for (VersionFacts version : meant) {
      rule.refusePublicSnapshot(
          layer,
          version,
          () -> target.layers().find(layer.name(), version.number()).map(LiveVersion::codeSha256));
    }
    if (meant.size() > MANY) {
      progress.accept(
          Messages.format(
              "Reading who may use %d versions of %s in %s", meant.size(), layer.name(), target));
    }
    List<Change> changes =
        meant.stream().map(version -> change(layer, target, version, rule)).toList();
    return new SharingPlan(
        layer,
        target.place(),
        target,
        live.stream().map(VersionFacts::number).toList(),
        changes,
        rule.versions().missing(live),
        null);
  }

  private static Change change(
      OperatedLayer layer, Target target, VersionFacts version, SharingRule rule) {
    LayerPolicy policy = target.layers().policy(layer.name(), version.number());
    List<Permission> wanted = rule.wantedOf(layer);
    List<LayerPolicy.Other> revoke = rule.unwantedOf(layer).of(policy);
    return new Change(
        version.number(),
        version.listed().description(),
        policy,
        policy.missing(wanted),
        revoke,
        rule.others(layer, policy));
  }

  /**
   * Changes what the plans say, in all places at the same time, and reads it back. Where it fails, nothing
   * more is changed in that place, and the others go on.
   *
   * @param plans none of them with a problem
   */
  public List<SharingResult> run(List<SharingPlan> plans, SharingRule rule) {
    try (var workers = new Workers(threads)) {
      return workers.all(plans, plan -> run(plan, rule));
    }
  }

  private SharingResult run(SharingPlan plan, SharingRule rule) {
    var done = new ArrayList<Long>();
    Target target = plan.target();
    List<Change> changes = plan.changes();
    if (target == null || changes.isEmpty()) {
      return new SharingResult(plan, done, plan.problem());
    }
    if (changes.size() > MANY) {
      progress.accept(
          Messages.format(
              "Changing who may use %d versions of %s in %s",
              changes.size(), plan.layer().name(), target));
    }
    try {
      for (Change change : changes) {
        new Grants(
                target,
                plan.layer().name(),
                rule.wantedOf(plan.layer()),
                rule.unwantedOf(plan.layer()))
            .bring(change.version(), change.policy());
        done.add(change.version());
      }
      return new SharingResult(plan, done, null);
    } catch (LambdaCallException | TargetException e) {
      return new SharingResult(plan, done, String.valueOf(e.getMessage()));
    }
  }
}
