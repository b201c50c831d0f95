/** Maven's side: parameters in, one service call, attach, log and translate errors. */
@NullMarked
package io.github.lambdalayer.mojo;

import org.jspecify.annotations.NullMarked;
