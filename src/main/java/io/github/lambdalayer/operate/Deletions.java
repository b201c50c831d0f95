package io.github.lambdalayer.operate;

import io.github.lambdalayer.aws.LambdaCallException;
import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.LayerName;
import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.publish.Destinations;
import io.github.lambdalayer.publish.Target;
import io.github.lambdalayer.publish.Workers;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Deletes versions by a rule. All targets are examined before the first deletion; a run that is broken off
 * has deleted the oldest ones, and the next one goes on.
 */
public final class Deletions {

  /** Reading who may use so many versions takes more than a moment. */
  private static final int MANY = 20;

  private final int threads;
  private final Clock clock;
  private final Consumer<String> progress;

  /**
   * Deletes nothing yet.
   *
   * @param threads how many targets are worked on at a time
   * @param clock what tells the age of versions
   * @param progress is told what takes its time, by several threads
   */
  public Deletions(int threads, Clock clock, Consumer<String> progress) {
    this.threads = threads;
    this.clock = clock;
    this.progress = progress;
  }

  /**
   * What is to be deleted; deletes nothing.
   *
   * @return a plan for each layer in each place, those too that cannot be examined
   */
  public List<DeletionPlan> plan(
      List<OperatedLayer> layers, Destinations destinations, DeletionRule rule) {
    return plan(layers, destinations, (layer, target) -> rule);
  }

  /** The rule of a layer in a target. */
  @FunctionalInterface
  public interface RuleOf {

    /** The rule. */
    DeletionRule of(OperatedLayer layer, Target target);
  }

  /** The same, with a rule for each. */
  public List<DeletionPlan> plan(
      List<OperatedLayer> layers, Destinations destinations, RuleOf rule) {
    Instant now = clock.instant();
    try (var workers = new Workers(threads)) {
      var survey = new Survey(workers);
      return survey
          .of(
              layers,
              destinations,
              (layer, target) -> plan(survey, layer, target, rule.of(layer, target), now))
          .stream()
          .map(one -> plan(one))
          .toList();
    }
  }

  private static DeletionPlan plan(Survey.Examined<DeletionPlan> one) {
    return one.found() != null
        ? one.found()
        : new DeletionPlan(
            one.layer(),
            one.place(),
            null,
            List.of(),
            List.of(),
            List.of(),
            String.valueOf(one.problem()));
  }

  private DeletionPlan plan(
      Survey survey, OperatedLayer layer, Target target, DeletionRule rule, Instant now) {
    Usage usage = survey.usage(target);
    refuseUnknownUsage(usage, rule);
    List<VersionFacts> live = survey.versions(layer, target, usage);
    List<Verdict> verdicts = rule.decide(live, now);
    if (rule.asksForGrants()) {
      // Most versions are kept for what is known already: who may use the others is asked now.
      live = withGrants(layer.name(), target, live, verdicts);
    }
    return new DeletionPlan(
        layer,
        target.place(),
        target,
        live.stream().map(VersionFacts::number).toList(),
        rule.decide(live, now),
        rule.missing(live),
        null);
  }

  private static void refuseUnknownUsage(Usage usage, DeletionRule rule) {
    if (usage.unknown().isPresent() && !rule.deletesUsed()) {
      throw new InvalidInputException(
          Messages.format(
              "Which functions use its versions is not known, and none is deleted that one uses: %s"
                  + " prune and delete take -DlambdaLayer.deleteUsed too, to delete them all the same.",
              Messages.sentence(usage.unknown().get())));
    }
  }

  private List<VersionFacts> withGrants(
      LayerName name, Target target, List<VersionFacts> live, List<Verdict> verdicts) {
    List<Long> asked =
        verdicts.stream()
            .filter(Verdict::isDeleted)
            .map(verdict -> verdict.version().number())
            .toList();
    if (asked.size() > MANY) {
      progress.accept(
          Messages.format(
              "Reading who may use %d versions of %s in %s", asked.size(), name, target));
    }
    Map<Long, List<String>> grants =
        asked.stream()
            .collect(
                Collectors.toMap(
                    number -> number, number -> target.layers().policy(name, number).said()));
    return live.stream()
        .map(
            version ->
                grants.containsKey(version.number())
                    ? version.withGrants(grants.getOrDefault(version.number(), List.of()))
                    : version)
        .toList();
  }

  /**
   * Deletes what the plans say, in all places at the same time, but for what functions have come to use since.
   * Where a call fails, nothing more is deleted in that place, and the others go on.
   *
   * @param plans none of them with a problem
   */
  public List<DeletionResult> run(List<DeletionPlan> plans, DeletionRule rule) {
    try (var workers = new Workers(threads)) {
      return workers.all(plans, plan -> run(plan, rule));
    }
  }

  private DeletionResult run(DeletionPlan plan, DeletionRule rule) {
    Target target = plan.target();
    if (target == null || plan.deleted().isEmpty()) {
      return new DeletionResult(plan, List.of(), List.of(), plan.problem());
    }
    try {
      List<Verdict> nowUsed = rule.deletesUsed() ? List.of() : nowUsed(plan, target, rule);
      return delete(plan.with(nowUsed), nowUsed, target);
    } catch (LambdaCallException | InvalidInputException e) {
      return new DeletionResult(plan, List.of(), List.of(), String.valueOf(e.getMessage()));
    }
  }

  /** All other places were examined since this one was, and that may have taken its time. */
  private static List<Verdict> nowUsed(DeletionPlan plan, Target target, DeletionRule rule) {
    Usage usage = Usage.read(target);
    refuseUnknownUsage(usage, rule);
    return plan.verdicts().stream()
        .filter(Verdict::isDeleted)
        .map(Verdict::version)
        .filter(version -> !users(usage, version).isEmpty())
        .map(
            version ->
                Verdict.keep(
                    version, "used by " + Some.of(users(usage, version)) + " in the meantime"))
        .toList();
  }

  private static List<String> users(Usage usage, VersionFacts version) {
    return Optional.ofNullable(usage.of(version.listed().arn())).orElse(List.of());
  }

  private DeletionResult delete(DeletionPlan plan, List<Verdict> nowUsed, Target target) {
    var deleted = new ArrayList<Long>();
    List<Long> numbers = plan.deleted();
    if (numbers.size() > MANY) {
      progress.accept(
          Messages.format(
              "Deleting %d versions of %s in %s", numbers.size(), plan.layer().name(), target));
    }
    try {
      for (long number : numbers) {
        target.layers().delete(plan.layer().name(), number);
        deleted.add(number);
      }
      return new DeletionResult(plan, deleted, nowUsed, null);
    } catch (LambdaCallException e) {
      return new DeletionResult(plan, deleted, nowUsed, String.valueOf(e.getMessage()));
    }
  }
}
