package io.github.lambdalayer.operate;

import io.github.lambdalayer.aws.Backoff;
import io.github.lambdalayer.aws.Deadline;
import io.github.lambdalayer.aws.FunctionVersion;
import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.publish.Target;
import java.time.Duration;

/** Waits until functions have changed. */
final class FunctionWatch {

  private final Duration timeout;

  FunctionWatch(Duration timeout) {
    this.timeout = timeout;
  }

  /** From now on until waiting for a function is given up. */
  Deadline deadline(Target target) {
    return Deadline.in(timeout, target.connection().timing().pace());
  }

  /**
   * A function once nothing is under way any more.
   *
   * @throws MoveException if it is not there, or that takes too long
   */
  FunctionVersion settled(Target target, String name) {
    Deadline deadline = deadline(target);
    var backoff = new Backoff();
    for (; ; ) {
      FunctionVersion function = read(target, name);
      if (isAtRest(function)) {
        return function;
      }
      if (deadline.isOver()) {
        throw new MoveException(
            Messages.format(
                "It is still being %s after %s. Wait for it, or allow more time with"
                    + " -DlambdaLayer.updateTimeout.",
                function.status().isPending() ? "made" : "updated",
                Messages.counted(timeout.toSeconds(), "second")));
      }
      deadline.pause(backoff.next());
    }
  }

  /** Whether nothing is under way. */
  static boolean isAtRest(FunctionVersion function) {
    return !function.status().isUpdating() && !function.status().isPending();
  }

  /** A function as it is at this moment. */
  static FunctionVersion read(Target target, String name) {
    return target
        .functions()
        .find(name)
        .orElseThrow(() -> new MoveException("It is not there any more: somebody has deleted it."));
  }
}
