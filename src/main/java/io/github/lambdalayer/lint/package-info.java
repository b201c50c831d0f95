/** What can be said of a layer's content before it is archived. */
@NullMarked
package io.github.lambdalayer.lint;

import org.jspecify.annotations.NullMarked;
