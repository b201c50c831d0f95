/** The vocabulary: names, runtimes, permissions and limits of AWS Lambda layers. It imports no other room. */
@NullMarked
package io.github.lambdalayer.layer;

import org.jspecify.annotations.NullMarked;
