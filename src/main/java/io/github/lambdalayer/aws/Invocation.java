package io.github.lambdalayer.aws;

/**
 * What came of invoking a function.
 *
 * @param error {@code Handled} or {@code Unhandled}; empty where the function has succeeded
 * @param payload what it answered, or its error as JSON
 */
public record Invocation(String error, String payload) {

  /** Whether the function has failed. */
  public boolean hasFailed() {
    return !error.isEmpty();
  }
}
