package io.github.lambdalayer.aws;

import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;

/** Makes the calls on Lambda in one region: in their turn, and again where that is harmless. */
final class LambdaCalls {

  private final RateLimiter limiter;
  private final Retries retries;
  private final CallErrors errors;

  LambdaCalls(RateLimiter limiter, Retries retries, CallErrors errors) {
    this.limiter = limiter;
    this.retries = retries;
    this.errors = errors;
  }

  /** What turns answers that say nothing into failures. */
  CallErrors errors() {
    return errors;
  }

  /** A call that changes nothing, or nothing more when it is made again. */
  <T> T repeatable(String operation, Supplier<T> call) {
    return retries.repeatable(() -> once(operation, call));
  }

  /** A call that must not be made again once it may have reached the service. */
  <T> T untilSent(String operation, Supplier<T> call) {
    return retries.untilSent(() -> once(operation, call));
  }

  /** What is read, if it is there. */
  <T> Optional<T> found(String operation, Supplier<T> call) {
    try {
      return Optional.of(repeatable(operation, call));
    } catch (LambdaCallException e) {
      if (e.isNotFound()) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private <T> T once(String operation, Supplier<T> call) {
    limiter.acquire();
    try {
      return call.get();
    } catch (SdkException e) {
      throw errors.of(operation, e);
    }
  }
}
