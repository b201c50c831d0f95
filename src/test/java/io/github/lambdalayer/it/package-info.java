/** What the scripts of the integration tests share. */
@NullMarked
package io.github.lambdalayer.it;

import org.jspecify.annotations.NullMarked;
