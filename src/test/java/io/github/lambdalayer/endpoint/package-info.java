/**
 * A loopback stand-in for AWS Lambda's layer operations, and for what publishing needs of S3 and STS,
 * that refuses what AWS refuses.
 */
@NullMarked
package io.github.lambdalayer.endpoint;

import org.jspecify.annotations.NullMarked;
