package io.github.lambdalayer.publish;

import io.github.lambdalayer.aws.Backoff;
import io.github.lambdalayer.aws.Deadline;
import io.github.lambdalayer.aws.LambdaCallException;
import io.github.lambdalayer.aws.LambdaCallException.Kind;
import io.github.lambdalayer.aws.LambdaLayers;
import io.github.lambdalayer.aws.LambdaLayers.Listed;
import io.github.lambdalayer.aws.LayerSource;
import io.github.lambdalayer.aws.LiveVersion;
import io.github.lambdalayer.aws.Timing;
import io.github.lambdalayer.layer.LayerDefinition;
import io.github.lambdalayer.layer.Messages;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Makes one version, and only one. Lambda has no client token: after a publish without a usable answer
 * nobody knows whether there is a version, so the live ones are read until it must have become visible,
 * and only then is it tried again.
 */
final class ExactlyOnce {

  /** Another pipeline may have removed the object from the bucket, but not again and again. */
  private static final int LOST_OBJECTS = 3;

  private final Target target;
  private final LayerDefinition layer;
  private final ZipSource source;
  private final Predicate<LiveVersion> isWanted;
  private final Journal journal;
  private final Consumer<String> progress;
  private final LambdaLayers layers;
  private final Timing timing;
  private final Set<Long> others = new HashSet<>();
  private boolean isUncertain;
  private int lostObjects;

  /**
   * For one layer in one target.
   *
   * @param isWanted whether a version is the one that is to be made
   */
  ExactlyOnce(
      Target target,
      LayerDefinition layer,
      ZipSource source,
      Predicate<LiveVersion> isWanted,
      Journal journal,
      Consumer<String> progress) {
    this.target = target;
    this.layer = layer;
    this.source = source;
    this.isWanted = isWanted;
    this.journal = journal;
    this.progress = progress;
    this.layers = target.layers();
    this.timing = target.connection().timing();
  }

  /**
   * What was made.
   *
   * @param version the version
   * @param duplicates the numbers of others with the same content, which should not be there
   */
  record Made(LiveVersion version, List<Long> duplicates) {}

  /**
   * Makes the version.
   *
   * @param highest the highest number that was live before
   */
  Made publish(long highest) throws IOException {
    Optional<Made> earlier = earlier(highest);
    if (earlier.isPresent()) {
      return earlier.get();
    }
    Deadline deadline = timing.retryDeadline();
    var backoff = new Backoff();
    for (; ; ) {
      Optional<Made> made = attempt(highest, deadline);
      if (made.isPresent()) {
        return made.get();
      }
      deadline.pause(backoff.next());
    }
  }

  /**
   * What an earlier run was about to make when it was stopped, if that comes to light.
   *
   * @param highest the highest number that is live now
   */
  Optional<Made> earlier(long highest) throws IOException {
    if (!journal.isOpen()) {
      return Optional.empty();
    }
    progress.accept(
        Messages.format(
            "An earlier run was stopped while it published %s to %s. Waiting up to %d s for its"
                + " version to appear.",
            layer.name(), target, timing.settleTimeout().toSeconds()));
    return settle(highest);
  }

  /** One call; nothing where it is worth another. */
  private Optional<Made> attempt(long highest, Deadline deadline) throws IOException {
    LayerSource zip = source.in(target);
    journal.open(highest);
    try {
      LiveVersion made = layers.publish(layer, zip);
      journal.close();
      return isUncertain
          ? above(highest).or(() -> Optional.of(new Made(made, List.of())))
          : Optional.of(new Made(made, List.of()));
    } catch (LambdaCallException e) {
      if (e.kind() != Kind.UNCERTAIN) {
        journal.close();
        refuseUnlessObjectIsLost(e);
        return Optional.empty();
      }
      isUncertain = true;
      progress.accept(
          Messages.format(
              "%s Looking for up to %d s whether %s has got a version in %s all the same.",
              Messages.sentence(e.getMessage()),
              timing.settleTimeout().toSeconds(),
              layer.name(),
              target));
      Optional<Made> settled = settle(highest);
      if (settled.isEmpty() && deadline.isOver()) {
        throw e;
      }
      return settled;
    }
  }

  private void refuseUnlessObjectIsLost(LambdaCallException refusal) {
    boolean isLost = String.valueOf(refusal.getMessage()).contains("NoSuchKey");
    if (!isLost || ++lostObjects > LOST_OBJECTS) {
      throw refusal;
    }
    source.again(target);
  }

  /** Reads until the version is there, or would have to be. */
  private Optional<Made> settle(long highest) throws IOException {
    Deadline deadline = timing.settleDeadline();
    var backoff = new Backoff();
    for (; ; ) {
      boolean isLast = deadline.isOver();
      Optional<Made> made = above(highest);
      if (made.isPresent() || isLast) {
        journal.close();
        return made;
      }
      deadline.pause(backoff.next());
    }
  }

  /** The lowest version above a number that is the wanted one. */
  private Optional<Made> above(long highest) {
    var numbers = new ArrayList<Long>();
    LiveVersion lowest = null;
    for (Listed listed : layers.above(layer.name(), highest)) {
      LiveVersion live = wanted(listed.number());
      if (live != null) {
        // The newest come first.
        lowest = live;
        numbers.add(listed.number());
      }
    }
    return lowest == null
        ? Optional.empty()
        : Optional.of(new Made(lowest, numbers.subList(0, numbers.size() - 1)));
  }

  private @Nullable LiveVersion wanted(long number) {
    LiveVersion live =
        others.contains(number) ? null : layers.find(layer.name(), number).orElse(null);
    if (live != null && !isWanted.test(live)) {
      others.add(number);
      return null;
    }
    return live;
  }
}
