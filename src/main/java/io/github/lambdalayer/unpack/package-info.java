/** Archives and the files in them, read in a way that no archive can misuse. */
@NullMarked
package io.github.lambdalayer.unpack;

import org.jspecify.annotations.NullMarked;
