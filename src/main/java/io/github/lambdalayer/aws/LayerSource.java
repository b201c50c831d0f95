package io.github.lambdalayer.aws;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where Lambda gets the zip of a new version from. */
public sealed interface LayerSource {

  /**
   * The request itself.
   *
   * @param zip the zip on disk
   * @param size its length in bytes
   */
  record Inline(Path zip, long size) implements LayerSource {}

  /**
   * A bucket.
   *
   * @param bucket the bucket
   * @param key the object's key
   * @param version the object's version, where the bucket keeps versions
   * @param isReference whether Lambda keeps no copy of its own: the object must then stay
   */
  record Stored(String bucket, String key, @Nullable String version, boolean isReference)
      implements LayerSource {}
}
