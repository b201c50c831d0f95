/** Clients, credentials and the calls on Lambda; alone in knowing the AWS SDK. */
@NullMarked
package io.github.lambdalayer.aws;

import org.jspecify.annotations.NullMarked;
