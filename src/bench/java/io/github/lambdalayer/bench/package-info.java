/**
 * The benchmark: inputs, peers, paired rounds of whole processes, and the page that says how they
 * compare.
 */
@NullMarked
package io.github.lambdalayer.bench;

import org.jspecify.annotations.NullMarked;
