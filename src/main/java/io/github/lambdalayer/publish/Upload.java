package io.github.lambdalayer.publish;

import org.jspecify.annotations.Nullable;

/**
 * How the zip gets to Lambda.
 *
 * @param route the way
 * @param bucket the bucket, with {@code {region}} and {@code {account}} in it where there are several
 * @param keyPrefix what the keys of objects begin with
 * @param keepObject whether objects stay in the bucket when Lambda has copied them
 */
public record Upload(Route route, @Nullable String bucket, String keyPrefix, boolean keepObject) {

  /** The ways. */
  public enum Route {
    /** By size: within the request where that is small enough, else through the bucket. */
    AUTO,
    /** Within the request. */
    INLINE,
    /** Through a bucket of the layer's region; Lambda keeps a copy. */
    S3,
    /** From a bucket, where Lambda reads it whenever it needs it. */
    REFERENCE
  }
}
