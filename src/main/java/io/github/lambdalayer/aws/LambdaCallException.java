package io.github.lambdalayer.aws;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A call on AWS that did not succeed; the message says what was called, where, and the fix. */
public final class LambdaCallException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What is known about the call. */
  public enum Kind {
    /** The service answered with a refusal: nothing was done, and nothing else will come of it. */
    REFUSED,
    /** The service has too much to do: nothing was done, and it asks to come back later. */
    THROTTLED,
    /** The request never reached the service: nothing was done. */
    NOT_SENT,
    /** The request may have reached the service, and no usable answer came. */
    UNCERTAIN
  }

  private final Kind kind;
  private final String code;
  private final int status;
  private final @Nullable Duration retryAfter;

  LambdaCallException(Kind kind, String message, @Nullable Throwable cause) {
    this(kind, message, cause, "", 0, null);
  }

  LambdaCallException(
      Kind kind,
      String message,
      @Nullable Throwable cause,
      String code,
      int status,
      @Nullable Duration retryAfter) {
    super(message, SafeText.cause(cause));
    this.kind = kind;
    this.code = code;
    this.status = status;
    this.retryAfter = retryAfter;
  }

  static LambdaCallException interrupted(InterruptedException cause) {
    return new LambdaCallException(Kind.REFUSED, "The build was interrupted.", cause);
  }

  /** What is known about the call. */
  public Kind kind() {
    return kind;
  }

  /** The service's own name for what went wrong, empty where it did not say. */
  public String code() {
    return code;
  }

  /** Whether what was called for is not there. */
  public boolean isNotFound() {
    // Not any 404: a proxy's page is not what Lambda says.
    return code.equals("ResourceNotFoundException");
  }

  /** Whether somebody else was quicker: what was changed is another one now. */
  public boolean isConflict() {
    return status == 409 || status == 412;
  }

  /** Whether the caller is not allowed what was called. */
  public boolean isDenied() {
    return code.contains("AccessDenied");
  }

  /** How long the service asks to wait. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
