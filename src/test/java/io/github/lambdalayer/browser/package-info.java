/** A browser for tests of pages, by its DevTools protocol. */
@NullMarked
package io.github.lambdalayer.browser;

import org.jspecify.annotations.NullMarked;
