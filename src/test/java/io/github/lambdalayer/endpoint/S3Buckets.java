package io.github.lambdalayer.endpoint;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The buckets of all regions, made and looked at by tests. */
public final class S3Buckets {
  private final Map<String, S3Bucket> buckets = new ConcurrentHashMap<>();

  S3Buckets() {}

  /**
   * Makes a bucket that every account may use.
   *
   * @throws IllegalArgumentException where the name is taken
   */
  public void bucket(String name, String region) {
    if (!add(new S3Bucket(name, region))) {
      throw new IllegalArgumentException("There is a bucket '" + name + "'");
    }
  }

  /** False where the name is taken. */
  boolean add(S3Bucket bucket) {
    return buckets.putIfAbsent(bucket.name(), bucket) == null;
  }

  /** Whether the bucket keeps what is overwritten or deleted. */
  public void versioning(String name, boolean on) {
    find(name).versioned(on);
  }

  /** Gives the bucket this policy. */
  public void bucketPolicy(String name, String json) {
    find(name).policy(json);
  }

  /** From now on this account alone may use the bucket. */
  public void bucketOwner(String name, String account) {
    find(name).owner(account);
  }

  /** From now on nothing is copied out of the bucket or into it. */
  public void denyCopy(String name) {
    find(name).denyCopy();
  }

  /** The keys of the bucket's objects, in order; deleted ones are left out. */
  public List<String> objects(String name) {
    return find(name).keys();
  }

  /** The keys of the bucket's multipart uploads that are neither completed nor aborted. */
  public List<String> multipartUploads(String name) {
    return find(name).uploadedKeys();
  }

  /** Deletes an object for good with all its versions, as somebody with a console would. */
  public void lose(String name, String key) {
    find(name).lose(key);
  }

  S3Bucket find(String name) {
    S3Bucket bucket = buckets.get(name);
    if (bucket == null) {
      throw S3Error.noSuchBucket();
    }
    return bucket;
  }
}
