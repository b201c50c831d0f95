package io.github.lambdalayer.aws;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A proxy does not connect to AWS: nothing has reached it. */
final class ProxyRefusedException extends IOException {

  private static final long serialVersionUID = 1L;

  private final boolean isFinal;

  /**
   * A refusal.
   *
   * @param isFinal whether asking again would not help: a wrong password locks accounts
   */
  ProxyRefusedException(String message, boolean isFinal, @Nullable Throwable cause) {
    super(message, cause);
    this.isFinal = isFinal;
  }

  boolean isFinal() {
    return isFinal;
  }
}
