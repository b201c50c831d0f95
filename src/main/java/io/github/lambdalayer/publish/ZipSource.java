package io.github.lambdalayer.publish;

import io.github.lambdalayer.aws.LambdaCallException;
import io.github.lambdalayer.aws.LayerSource;
import io.github.lambdalayer.layer.InvalidInputException;
import java.util.List;

/** Where Lambda gets a zip from, in each target. */
interface ZipSource {

  /** Makes sure that it can be got there, and says how. */
  LayerSource in(Target target);

  /**
   * Finds out, without a write, whether it can be got there.
   *
   * @throws LambdaCallException if that cannot be found out
   * @throws InvalidInputException if it cannot
   */
  default void check(Target target) {}

  /** What was there has gone: the next time it is looked for anew. */
  default void again(Target target) {}

  /**
   * Nobody needs it any more.
   *
   * @return what could not be cleaned up, for people
   */
  default List<String> close() {
    return List.of();
  }
}
