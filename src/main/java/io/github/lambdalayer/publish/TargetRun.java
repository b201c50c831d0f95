package io.github.lambdalayer.publish;

import io.github.lambdalayer.archive.LayerZip;
import io.github.lambdalayer.aws.Backoff;
import io.github.lambdalayer.aws.Deadline;
import io.github.lambdalayer.aws.LambdaCallException;
import io.github.lambdalayer.aws.LambdaLayers;
import io.github.lambdalayer.aws.LayerPolicy;
import io.github.lambdalayer.aws.LiveVersion;
import io.github.lambdalayer.aws.Pace;
import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.LayerDefinition;
import io.github.lambdalayer.layer.LayerVersionArn;
import io.github.lambdalayer.layer.Limits;
import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.publish.TargetResult.Status;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Carries out the plan for one target: make a version, grant, read both back. */
final class TargetRun {

  private final PublishRequest request;
  private final LayerDefinition layer;
  private final LayerZip zip;
  private final TargetPlan plan;
  private final LambdaLayers layers;
  private final ContentCheck content;
  private final Journal journal;
  private final Pace pace;
  private final Consumer<String> progress;
  private Optional<LiveVersion> version;
  private Optional<LiveVersion> forgotten = Optional.empty();
  private List<Long> duplicates = List.of();
  private List<String> parameters = List.of();
  private final Grants grants;
  private long nanos;
  private @Nullable String failure;
  private boolean isSkipped;
  private boolean isShared;
  private boolean isKept;

  TargetRun(PublishRequest request, TargetPlan plan, Consumer<String> progress) {
    this.request = request;
    this.layer = request.layer().definition();
    this.zip = request.layer().zip();
    this.plan = plan;
    this.layers = plan.target().layers();
    this.content = ContentCheck.of(request, plan.target());
    this.journal = Journal.beside(request, plan.target());
    this.pace = plan.target().connection().timing().pace();
    this.progress = progress;
    this.version = plan.kept();
    this.grants =
        new Grants(
            plan.target(),
            layer.name(),
            layer.permissions(),
            request.options().removeOtherGrants()
                ? Grants.Surplus.allBut(layer.permissions())
                : Grants.Surplus.NONE);
    this.isKept = plan.isKept();
  }

  /** One of the steps; what fails in it ends the target, not the run. */
  interface Step {
    void take() throws IOException;
  }

  /** Takes a step, unless an earlier one has failed. */
  void guarded(Step step) {
    if (failure != null || isSkipped) {
      return;
    }
    long start = pace.nanoTime();
    try {
      step.take();
    } catch (LambdaCallException e) {
      failure = told(e);
    } catch (TargetException | InvalidInputException | IOException e) {
      failure = String.valueOf(e.getMessage());
    } catch (RuntimeException e) {
      // Whatever it is, the results of the other targets must be told.
      failure = Messages.format("It failed in a way that is not known: %s", e);
      progress.accept(failure);
    } finally {
      nanos += pace.nanoTime() - start;
    }
  }

  /** Whether something has failed. */
  boolean hasFailed() {
    return failure != null;
  }

  /** Whether a version is still to be made. */
  boolean isUntouched() {
    return failure == null && version.isEmpty();
  }

  /** Nothing is done here, because another target has failed. */
  void skip() {
    isSkipped = true;
  }

  TargetPlan plan() {
    return plan;
  }

  /** The number of the version, where there is one. */
  long number() {
    return version.map(live -> live.arn().version()).orElse(0L);
  }

  /** Makes the version, if one is to be made; nobody is let in yet. */
  void publish(ZipSource source, long highest) {
    if (version.isEmpty()) {
      guarded(() -> make(source, highest));
    } else if (isKept && journal.isOpen()) {
      guarded(() -> settle(source));
    }
  }

  /** A run has died while it published, and the newest version has the right content. */
  private void settle(ZipSource source) throws IOException {
    long before = journal.highest();
    if (number() > before) {
      // It is the one that the run has made.
      journal.close();
      return;
    }
    // It was there before: what the run was making may still appear, and is the newest then.
    Optional<ExactlyOnce.Made> made = exactlyOnce(source).earlier(before);
    if (made.isPresent()) {
      isKept = false;
      accept(made.get());
    }
  }

  private void make(ZipSource source, long highest) throws IOException {
    progress.accept(
        Messages.format(
            "Publishing %s to %s (%s): %s",
            layer.name(), plan.target(), Limits.humanBytes(zip.size()), plan.reason()));
    accept(exactlyOnce(source).publish(highest));
  }

  /** Waits for what an earlier run was stopped at, before other versions are made. */
  void resume(ZipSource source, long highest) {
    if (version.isEmpty()) {
      guarded(
          () -> {
            Optional<ExactlyOnce.Made> earlier = exactlyOnce(source).earlier(highest);
            if (earlier.isPresent()) {
              accept(earlier.get());
            }
          });
    }
  }

  private ExactlyOnce exactlyOnce(ZipSource source) {
    return new ExactlyOnce(
        plan.target(),
        layer,
        source,
        live -> Difference.between(request.layer(), live, content).isEmpty(),
        journal,
        progress);
  }

  private void accept(ExactlyOnce.Made made) {
    version = Optional.of(made.version());
    duplicates = made.duplicates();
    // Before anybody is let in.
    refuseOtherContent(made.version());
  }

  /** The version that was made does not count: another one is to take its place. */
  void forget() {
    forgotten = version;
    version = Optional.empty();
  }

  /** Another version has the same content, and should not be there. */
  void isDuplicate(long number) {
    duplicates = Stream.concat(duplicates.stream(), Stream.of(number)).toList();
  }

  /** Shares the version, and reads back what Lambda has. */
  void finish() {
    guarded(
        () -> {
          long number = version.orElseThrow().arn().version();
          if (!isKept) {
            // Before anybody is let in; and it may take a moment until it is found.
            LiveVersion back = readBack(number);
            version = Optional.of(back);
            refuseOtherContent(back);
          }
          // Of a new version too: somebody else may have been quicker to share it.
          grants.bring(number, isKept ? plan.policy() : layers.policy(layer.name(), number));
          isShared = true;
          writeParameters(version.orElseThrow().arn());
        });
  }

  /** Whoever finds a version there must be able to use it. */
  private void writeParameters(LayerVersionArn arn) {
    if (isKept && plan.parameters().isEmpty()) {
      return;
    }
    Optional<ArnParameters> store = ArnParameters.of(request, plan.target());
    if (store.isPresent()) {
      parameters = store.get().bring(arn);
    }
  }

  /** What was published may take a moment to be found. */
  private LiveVersion readBack(long number) {
    Deadline deadline = plan.target().connection().timing().settleDeadline();
    var backoff = new Backoff();
    for (; ; ) {
      Optional<LiveVersion> live = layers.find(layer.name(), number);
      if (live.isPresent()) {
        return live.get();
      }
      if (deadline.isOver()) {
        throw new TargetException(
            Messages.format(
                "%s:%d in %s was made, and it is not there any more: somebody has deleted it. Run the"
                    + " goal again.",
                layer.name(), number, plan.target()));
      }
      deadline.pause(backoff.next());
    }
  }

  private void refuseOtherContent(LiveVersion live) {
    OtherContent.refuse(content, live, request.layer(), plan.target());
  }

  private String told(LambdaCallException e) {
    String again =
        request.options().force()
            ? " Leave <force> out of the next run: it would make another version."
            : "";
    if (isShared) {
      return Messages.format(
          "%s is published and shared, but what <ssmParameter> wants is not written: %s The next run"
              + " mends it.%s",
          version.orElseThrow().arn(), Messages.sentence(e.getMessage()), again);
    }
    if (version.isPresent()) {
      return Messages.format(
          "%s exists, but is not shared and checked as it was wanted: %s The next run mends it.%s",
          version.get().arn(), Messages.sentence(e.getMessage()), again);
    }
    if (journal.isOpen()) {
      return Messages.format(
          "%s A version may have been made or not, and it is not repeated blindly. The next run"
              + " waits until it must be visible; then it keeps and shares it, or makes one.%s",
          Messages.sentence(e.getMessage()), again);
    }
    return String.valueOf(e.getMessage());
  }

  TargetResult result() {
    if (isSkipped) {
      return TargetResult.notTried(
          request, plan.target().place(), "another target has failed, and <failFast> is set");
    }
    Status status = failure != null ? Status.FAILED : isKept ? Status.KEPT : Status.PUBLISHED;
    return new TargetResult(
        plan.target().place(),
        status,
        version.or(() -> forgotten),
        failure == null ? plan.reason() : failure,
        grants.granted(),
        grants.revoked().stream().map(LayerPolicy.Other::toString).toList(),
        layer.permissions(),
        grants.others().stream().map(LayerPolicy.Other::toString).toList(),
        parameters,
        duplicates,
        Duration.ofNanos(nanos));
  }
}
