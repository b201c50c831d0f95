package io.github.lambdalayer.operate;

/** A function is not as it was wanted, and trying again would not help; the message says why. */
final class MoveException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  MoveException(String message) {
    super(message);
  }
}
