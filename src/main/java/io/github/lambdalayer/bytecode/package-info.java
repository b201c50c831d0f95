/** What compiled classes refer to, and whether it is there. Alone in knowing ASM. */
@NullMarked
package io.github.lambdalayer.bytecode;

import org.jspecify.annotations.NullMarked;
