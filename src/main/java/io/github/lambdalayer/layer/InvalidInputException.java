package io.github.lambdalayer.layer;

/**
 * Something the user said, or something in the user's project, that the user can mend. The message
 * names the parameter, its value and the fix.
 */
public final class InvalidInputException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public InvalidInputException(String message) {
    super(message);
  }

  public InvalidInputException(String message, Throwable cause) {
    super(message, cause);
  }
}
