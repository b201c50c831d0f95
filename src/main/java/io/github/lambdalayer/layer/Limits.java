package io.github.lambdalayer.layer;

/**
 * The limits of AWS Lambda for layers.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html">Lambda
 *     quotas</a>
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/api/API_PublishLayerVersion.html">
 *     PublishLayerVersion</a>
 */
public final class Limits {

  /** Bytes that a function and all its layers may have when unzipped: 250 MiB. */
  public static final long UNZIPPED_BYTES = 262_144_000;

  /**
   * Bytes of a PublishLayerVersion request body, base64 and JSON included, that are accepted
   * everywhere. The service refuses at 69,905,067 bytes in some places and later in others.
   */
  public static final long INLINE_BODY_BYTES = 69_905_066;

  /** Characters of a layer's name. */
  public static final int LAYER_NAME_LENGTH = 140;

  /** Characters of a layer version's description. */
  public static final int DESCRIPTION_LENGTH = 256;

  /** Characters of a layer version's licence information. */
  public static final int LICENSE_INFO_LENGTH = 512;

  /** Runtimes that a layer version can be declared compatible with. */
  public static final int COMPATIBLE_RUNTIMES = 15;

  /** Layers that a function can have. */
  public static final int LAYERS_OF_A_FUNCTION = 5;

  private Limits() {}

  /** A number of bytes as people read it, for example {@code 6.9 MB}; the unit is decimal. */
  public static String humanBytes(long bytes) {
    if (bytes < 1_000) {
      return bytes + " bytes";
    }
    // From here on, one decimal of a kB would be rounded to 1000.0.
    return bytes < 999_950
        ? Messages.format("%.1f kB", bytes / 1e3)
        : Messages.format("%.1f MB", bytes / 1e6);
  }
}
