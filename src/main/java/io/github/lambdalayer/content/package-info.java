/** From artifacts and folders to the entries of a layer, sorted by path. */
@NullMarked
package io.github.lambdalayer.content;

import org.jspecify.annotations.NullMarked;
