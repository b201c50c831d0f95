package io.github.lambdalayer.operate;

import java.util.List;

/**
 * What is to become of a version.
 *
 * @param version the version
 * @param isDeleted whether it is to be deleted
 * @param reason why, or why not
 * @param isForGrants whether it stays only because others were granted it
 */
public record Verdict(VersionFacts version, boolean isDeleted, String reason, boolean isForGrants) {

  static Verdict delete(VersionFacts version, String reason) {
    return new Verdict(version, true, reason, false);
  }

  static Verdict keep(VersionFacts version, String reason) {
    return new Verdict(version, false, reason, false);
  }

  static Verdict keepFor(VersionFacts version, List<String> grants) {
    return new Verdict(version, false, "granted to " + Some.of(grants), true);
  }
}
