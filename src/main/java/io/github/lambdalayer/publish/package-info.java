/** From a built layer and its targets to a plan, and from the plan to published, shared versions. */
@NullMarked
package io.github.lambdalayer.publish;

import org.jspecify.annotations.NullMarked;
