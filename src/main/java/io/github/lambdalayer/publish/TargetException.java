package io.github.lambdalayer.publish;

import org.jspecify.annotations.Nullable;

/** A target is not as it was wanted, and trying again would not help; the message says what to do. */
public final class TargetException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  TargetException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  TargetException(String message) {
    this(message, null);
  }
}
