package io.github.lambdalayer.publish;

import io.github.lambdalayer.aws.LambdaCallException;
import io.github.lambdalayer.aws.LayerPolicy;
import io.github.lambdalayer.aws.LayerSource;
import io.github.lambdalayer.layer.LayerName;
import io.github.lambdalayer.layer.Messages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Gives a new version the same number in all targets. Those that are behind get padding, which is made
 * first and deleted afterwards. Lambda never uses a number again and does not tell which ones were
 * deleted, so a number may turn out higher than reckoned: it goes on until they agree. Nobody is let
 * in before they do.
 */
final class Alignment {

  /** More are needed only where somebody deletes versions at the same time. */
  private static final int ROUNDS = 20;

  private final LayerPlan plan;
  private final Workers workers;
  private final Consumer<String> progress;
  private final LayerName name;
  private final List<Lane> lanes;

  Alignment(LayerPlan plan, List<TargetRun> runs, Workers workers, Consumer<String> progress) {
    this.plan = plan;
    this.workers = workers;
    this.progress = progress;
    this.name = plan.request().layer().definition().name();
    this.lanes = runs.stream().map(Lane::new).toList();
  }

  /** The least number that a new version of a layer can have in all its targets. */
  static long least(LayerPlan plan) {
    return plan.targets().stream()
        .mapToLong(
            target -> target.kept().map(kept -> kept.arn().version()).orElse(target.highest() + 1))
        .max()
        .orElse(1);
  }

  /** The padding versions that a target needs for that number. */
  static long padding(TargetPlan target, long aim) {
    return target.isKept() ? 0 : Math.max(0, aim - 1 - target.highest());
  }

  /** Pads, publishes, shares, and deletes the padding. */
  void run(ZipSource source) {
    tell();
    publish(source);
    if (isStopped()) {
      lanes.stream().filter(lane -> lane.run.isUntouched()).forEach(lane -> lane.run.skip());
    }
    workers.all(
        lanes,
        lane -> {
          lane.run.publish(source, lane.last);
          lane.run.finish();
          lane.clear();
          return lane;
        });
    warnWhereNumbersDiffer();
  }

  private void tell() {
    if (!plan.publishing().isEmpty()) {
      long aim = least(plan);
      progress.accept(
          Messages.format(
              "%s gets the number %d at least, the same in %s. Padding versions that are made"
                  + " for that and deleted afterwards: %d",
              name,
              aim,
              Messages.counted(lanes.size(), "target"),
              plan.targets().stream().mapToLong(target -> padding(target, aim)).sum()));
    }
  }

  private void publish(ZipSource source) {
    workers.all(lanes, lane -> lane.resume(source));
    long aim = lanes.stream().mapToLong(lane -> lane.run.number()).reduce(least(plan), Math::max);
    for (int round = 0; round < ROUNDS && !behind(aim).isEmpty(); round++) {
      long goal = aim;
      behind(goal).forEach(Lane::supersede);
      workers.all(behind(goal), lane -> lane.pad(goal));
      long next = behind(goal).stream().mapToLong(lane -> lane.last + 1).max().orElse(goal);
      if (next == goal) {
        workers.all(behind(goal), lane -> lane.publish(source));
        next = lanes.stream().filter(Lane::isPublishing).mapToLong(l -> l.last).max().orElse(goal);
      }
      aim = Math.max(goal, next);
    }
  }

  /** The lanes that are to get a version of a number, and have none. */
  private List<Lane> behind(long number) {
    if (isStopped()) {
      return List.of();
    }
    return lanes.stream()
        .filter(lane -> lane.isPublishing() && lane.run.number() != number)
        .toList();
  }

  /** Whether no further target is begun. */
  private boolean isStopped() {
    return plan.request().options().failFast()
        && lanes.stream().anyMatch(lane -> lane.run.hasFailed());
  }

  private void warnWhereNumbersDiffer() {
    List<Lane> done = lanes.stream().filter(lane -> !lane.run.hasFailed()).toList();
    if (done.stream().mapToLong(lane -> lane.run.number()).distinct().count() > 1) {
      progress.accept(
          Messages.format(
              "%s has not the same number everywhere, for a version whose content has not changed is"
                  + " never made again: %s. The next change of content aligns them.",
              name,
              done.stream()
                  .map(lane -> lane.run.number() + " in " + lane.run.plan().target())
                  .collect(Collectors.joining(", "))));
    }
  }

  /** One target on its way to the number. */
  private final class Lane {

    private final TargetRun run;
    private final TreeSet<Long> padding = new TreeSet<>();
    private final TreeSet<Long> superseded = new TreeSet<>();
    private long last;

    Lane(TargetRun run) {
      this.run = run;
      this.last = run.plan().highest();
      padding.addAll(run.plan().padding());
    }

    boolean isPublishing() {
      return !run.plan().isKept() && !run.hasFailed();
    }

    /** Padding would hide what an earlier run has made. */
    Lane resume(ZipSource source) {
      run.resume(source, last);
      last = Math.max(last, run.number());
      return this;
    }

    /** A version that was made with a number too low, a moment ago and shared with nobody. */
    void supersede() {
      if (run.number() > 0) {
        superseded.add(run.number());
        run.forget();
      }
    }

    Lane pad(long aim) {
      if (isStopped()) {
        return this;
      }
      run.guarded(
          () -> {
            Path zip = Padding.write(plan.request().options().state());
            while (last + 1 < aim) {
              last = pad(zip);
              padding.add(last);
            }
          });
      return this;
    }

    private long pad(Path zip) throws IOException {
      return new ExactlyOnce(
              run.plan().target(),
              Padding.of(name),
              target -> new LayerSource.Inline(zip, Padding.size()),
              Padding::is,
              Journal.NONE,
              progress)
          .publish(last)
          .version()
          .arn()
          .version();
    }

    Lane publish(ZipSource source) {
      if (isStopped()) {
        return this;
      }
      run.publish(source, last);
      last = Math.max(last, run.number());
      return this;
    }

    /**
     * Leaves the content once, also where it could not be shared. Where the target has failed, the next
     * run needs the padding.
     */
    void clear() {
      long stays = run.number() > 0 || superseded.isEmpty() ? run.number() : superseded.last();
      for (long number : superseded) {
        if (number != stays && !isGone(number)) {
          run.isDuplicate(number);
        }
      }
      if (!run.hasFailed() && !run.isUntouched()) {
        for (long number : padding) {
          isDeleted("padding version", number, "The next run does it");
        }
      }
    }

    /** Another pipeline may have taken it for its own meanwhile, and shared it. */
    private boolean isGone(long number) {
      try {
        LayerPolicy policy = run.plan().target().layers().policy(name, number);
        return policy.others(List.of()).isEmpty()
            && isDeleted("version", number, "It has the same content as the last");
      } catch (LambdaCallException e) {
        return false;
      }
    }

    private boolean isDeleted(String what, long number, String otherwise) {
      try {
        run.plan().target().layers().delete(name, number);
        return true;
      } catch (LambdaCallException e) {
        progress.accept(
            Messages.format(
                "The %s %s:%d in %s could not be deleted: %s %s.",
                what,
                name,
                number,
                run.plan().target(),
                Messages.sentence(e.getMessage()),
                otherwise));
        return false;
      }
    }
  }
}
