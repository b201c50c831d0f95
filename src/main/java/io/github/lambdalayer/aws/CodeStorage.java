package io.github.lambdalayer.aws;

/**
 * The room for code of an account in one region.
 *
 * @param used bytes that functions and layers take
 * @param limit bytes that they may take
 */
public record CodeStorage(long used, long limit) {

  /** The bytes that are left. */
  public long left() {
    return limit - used;
  }
}
