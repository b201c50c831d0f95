/** What is done with layers once they are published: see, share, withdraw. */
@NullMarked
package io.github.lambdalayer.operate;

import org.jspecify.annotations.NullMarked;
