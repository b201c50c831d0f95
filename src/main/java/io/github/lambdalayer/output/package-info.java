/** The documents that tell other tools what was published. */
@NullMarked
package io.github.lambdalayer.output;

import org.jspecify.annotations.NullMarked;
