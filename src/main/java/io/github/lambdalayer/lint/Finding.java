package io.github.lambdalayer.lint;

/**
 * Something worth saying about a layer.
 *
 * @param severity whether the layer can be used all the same
 * @param message what is wrong, with the value and the fix
 */
public record Finding(Severity severity, String message) {

  /** How bad it is. */
  public enum Severity {
    /** The layer would not work: the build fails. */
    ERROR,
    /** The layer works, but the user should know. */
    WARNING
  }
}
