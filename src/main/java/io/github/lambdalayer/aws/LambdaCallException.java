package io.github.lambdalayer.aws;

import org.jspecify.annotations.Nullable;

/** A call on Lambda that did not succeed; the message says what was called, where, and the fix. */
public final class LambdaCallException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What is known about the call. */
  public enum Kind {
    /** The service answered with a refusal: nothing was done. */
    REFUSED,
    /** The request never reached the service: nothing was done. */
    NOT_SENT,
    /** The request may have reached the service, and no usable answer came. */
    UNCERTAIN
  }

  private final Kind kind;

  LambdaCallException(Kind kind, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  /** What is known about the call. */
  public Kind kind() {
    return kind;
  }
}
