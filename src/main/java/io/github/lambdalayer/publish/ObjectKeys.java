package io.github.lambdalayer.publish;

import io.github.lambdalayer.archive.LayerZip;
import io.github.lambdalayer.layer.LayerName;

/** What zips are called in buckets: by their content, so that a name never stands for another one. */
public final class ObjectKeys {

  private ObjectKeys() {}

  /**
   * The key of a zip, the same in every bucket.
   *
   * @param prefix empty, or with a slash at its end
   */
  public static String of(String prefix, LayerName layer, LayerZip zip) {
    return prefix + layer + "/" + S3Transfer.hex(zip) + ".zip";
  }

  /** What Lambda refers to must never be taken for what it has copied, and removed. */
  public static String prefix(String keyPrefix, boolean isReference) {
    return isReference ? keyPrefix + "reference/" : keyPrefix;
  }
}
