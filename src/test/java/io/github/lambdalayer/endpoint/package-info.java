/** A loopback stand-in for AWS Lambda's layer operations that refuses what AWS refuses. */
@NullMarked
package io.github.lambdalayer.endpoint;

import org.jspecify.annotations.NullMarked;
