package io.github.lambdalayer.layer;

import org.jspecify.annotations.Nullable;

/**
 * Something the user said, or something in the user's project, that the user can mend. The message
 * names the parameter, its value and the fix.
 */
public class InvalidInputException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final boolean needsBuild;

  public InvalidInputException(String message) {
    super(message);
    this.needsBuild = false;
  }

  public InvalidInputException(String message, @Nullable Throwable cause) {
    super(message, cause);
    this.needsBuild = false;
  }

  private InvalidInputException(String message, boolean needsBuild) {
    super(message);
    this.needsBuild = needsBuild;
  }

  /** What only building the layer again can mend. */
  public static InvalidInputException beforeBuild(String message) {
    return new InvalidInputException(message, true);
  }

  /** Whether the layer must be built again. */
  public boolean needsBuild() {
    return needsBuild;
  }
}
