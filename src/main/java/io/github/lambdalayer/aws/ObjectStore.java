package io.github.lambdalayer.aws;

import io.github.lambdalayer.layer.InvalidInputException;
import java.nio.file.Path;
import java.util.Optional;

/** Where layers' zips lie for Lambda. All methods throw {@link LambdaCallException} on failure. */
public interface ObjectStore {

  /** The bucket's name, which no other bucket has. */
  String bucket();

  /**
   * The object of that key, if it is the wanted one.
   *
   * @param size its length in bytes
   * @param sha256Hex its SHA-256
   */
  Optional<S3Object> find(String key, long size, String sha256Hex);

  /**
   * Uploads a zip.
   *
   * @param size its length in bytes
   * @param sha256Hex its SHA-256
   * @throws InvalidInputException if the zip is another one
   */
  S3Object put(String key, Path zip, long size, String sha256Hex);

  /** Copies an object of another bucket, whose bytes do not come this way. */
  S3Object copy(S3Object source, String key);

  /** Removes an object, where the bucket has versions that very version. */
  void remove(S3Object object);
}
