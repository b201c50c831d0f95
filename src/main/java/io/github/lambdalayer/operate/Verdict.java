package io.github.lambdalayer.operate;

/**
 * What is to become of a version.
 *
 * @param version the version
 * @param isDeleted whether it is to be deleted
 * @param reason why, or why not
 */
public record Verdict(VersionFacts version, boolean isDeleted, String reason) {

  static Verdict delete(VersionFacts version, String reason) {
    return new Verdict(version, true, reason);
  }

  static Verdict keep(VersionFacts version, String reason) {
    return new Verdict(version, false, reason);
  }
}
