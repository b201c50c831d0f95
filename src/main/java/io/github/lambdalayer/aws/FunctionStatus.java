package io.github.lambdalayer.aws;

/**
 * Whether a function can be used and changed. Lists tell none of it.
 *
 * @param state {@code Pending}, {@code Active}, {@code Inactive} or {@code Failed}; empty where it was
 *     not told
 * @param stateReason why it is in that state, empty where that is no question
 * @param update {@code InProgress}, {@code Successful} or {@code Failed}; empty where it was not told
 * @param updateReason why the last update has failed, empty where it has not
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/functions-states.html">Lambda function
 *     states</a>
 */
public record FunctionStatus(String state, String stateReason, String update, String updateReason) {

  /** Whether it can be neither invoked nor changed until it is made. */
  public boolean isPending() {
    return state.equals("Pending");
  }

  /** Whether it could not be made: it will never work, and is to be deleted. */
  public boolean isBroken() {
    return state.equals("Failed");
  }

  /** Whether an update is under way: until its end it works as before, and takes no other change. */
  public boolean isUpdating() {
    return update.equals("InProgress");
  }

  /** Whether the last update was given up by Lambda, which works as before it. */
  public boolean hasFailed() {
    return update.equals("Failed");
  }
}
