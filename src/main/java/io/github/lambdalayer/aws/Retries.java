package io.github.lambdalayer.aws;

import java.util.function.Supplier;

/**
 * Repeats what may be repeated. The SDK's own retries are off for Lambda: they would repeat a
 * PublishLayerVersion whose answer was lost, and make a second version.
 */
final class Retries {

  /** A host that cannot be reached three times is not tried for minutes. */
  private static final int UNREACHABLE = 3;

  private final Timing timing;

  Retries(Timing timing) {
    this.timing = timing;
  }

  /** A call that changes nothing, or nothing more when it is made again. */
  <T> T repeatable(Supplier<T> call) {
    return run(call, true);
  }

  /** A call that must not be made again once it may have reached the service. */
  <T> T untilSent(Supplier<T> call) {
    return run(call, false);
  }

  private <T> T run(Supplier<T> call, boolean isRepeatable) {
    Deadline deadline = timing.retryDeadline();
    var backoff = new Backoff();
    for (; ; ) {
      try {
        return call.get();
      } catch (LambdaCallException e) {
        if (!isWorthwhile(e, isRepeatable, backoff.tries() + 1) || deadline.isOver()) {
          throw e;
        }
        deadline.pause(backoff.next(e.retryAfter().orElse(null)));
      }
    }
  }

  private static boolean isWorthwhile(LambdaCallException e, boolean isRepeatable, int tries) {
    return switch (e.kind()) {
      case REFUSED -> false;
      case THROTTLED -> true;
      case NOT_SENT -> tries < UNREACHABLE;
      case UNCERTAIN -> isRepeatable;
    };
  }
}
