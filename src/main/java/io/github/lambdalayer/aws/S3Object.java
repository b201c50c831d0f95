package io.github.lambdalayer.aws;

import org.jspecify.annotations.Nullable;

/**
 * A zip in a bucket.
 *
 * @param bucket the bucket's name
 * @param region the bucket's region
 * @param key the object's key
 * @param versionId the object's version, where the bucket has versions
 * @param size its length in bytes
 * @param sha256 its SHA-256 in hex
 */
public record S3Object(
    String bucket,
    String region,
    String key,
    @Nullable String versionId,
    long size,
    String sha256) {

  /** Its address as people and tools write it. */
  public String uri() {
    return "s3://" + bucket + "/" + key;
  }
}
