package io.github.lambdalayer.aws;

import io.github.lambdalayer.aws.LambdaCallException.Kind;

/** Failures of calls for fakes that make none. */
public final class CallFailures {

  private CallFailures() {}

  public static LambdaCallException of(Kind kind, String message) {
    return new LambdaCallException(kind, message, null);
  }
}
