package io.github.lambdalayer.publish;

import io.github.lambdalayer.aws.LayerSource;

/** Where Lambda gets a zip from, in each target. */
interface ZipSource {

  /** Makes sure that it can be got there, and says how. */
  LayerSource in(Target target);

  /** What was there has gone: the next time it is looked for anew. */
  default void again(Target target) {}
}
