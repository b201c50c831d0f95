package io.github.lambdalayer.operate;

import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.Messages;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a layer: whatever one of the rules keeps. The newest version always is.
 *
 * @param keep so many of the newest versions, at least 1
 * @param keepYounger versions that are not so old; null leaves age alone
 * @param keepGranted whether versions that others may use are kept
 * @param deletesUsed whether versions go that functions use
 */
public record Retention(
    int keep, @Nullable Duration keepYounger, boolean keepGranted, boolean deletesUsed)
    implements DeletionRule {

  /** Refuses what would keep nothing. */
  public Retention {
    if (keep < 1) {
      throw new InvalidInputException(
          Messages.format(
              "<keep> is '%d': write how many of the newest versions stay, 1 or more.", keep));
    }
    if (keepYounger != null) {
      Ages.refuseUnlessPositive("keepYounger", keepYounger, keepYounger.toString());
    }
  }

  @Override
  public List<Verdict> decide(List<VersionFacts> live, Instant now) {
    return decide(live, 0, now);
  }

  /** The same where so many newer ones are still to come. */
  List<Verdict> decide(List<VersionFacts> live, int coming, Instant now) {
    var verdicts = new ArrayList<Verdict>();
    int newer = coming;
    for (VersionFacts version : live) {
      if (version.isPadding()) {
        verdicts.add(padding(version, newer));
      } else {
        verdicts.add(verdict(version, newer, now));
        newer++;
      }
    }
    return verdicts;
  }

  private Verdict verdict(VersionFacts version, int newer, Instant now) {
    Optional<String> reason = kept(version, newer, now);
    if (reason.isPresent()) {
      return Verdict.keep(version, reason.get());
    }
    List<String> grants = version.grants();
    return keepGranted && grants != null && !grants.isEmpty()
        ? Verdict.keepFor(version, grants)
        : Verdict.delete(version, deleted(version));
  }

  private Optional<String> kept(VersionFacts version, int newer, Instant now) {
    if (newer == 0) {
      return Optional.of("the newest");
    }
    if (newer < keep) {
      return Optional.of(Messages.format("one of the newest %d", keep));
    }
    if (keepYounger != null && isYoung(version, keepYounger, now)) {
      return Optional.of(
          version.created().isPresent()
              ? "younger than " + Ages.said(keepYounger)
              : "its age is not known");
    }
    return version.isUsed() && !deletesUsed
        ? Optional.of("used by " + Some.of(users(version)))
        : Optional.empty();
  }

  /** One whose age is not known may be young. */
  private static boolean isYoung(VersionFacts version, Duration age, Instant now) {
    return version.created().map(created -> created.isAfter(now.minus(age))).orElse(true);
  }

  private String deleted(VersionFacts version) {
    return (keepYounger == null ? "" : "older than " + Ages.said(keepYounger) + " and ")
        + (keep == 1 ? "not the newest" : Messages.format("not one of the newest %d", keep))
        + (version.isUsed() ? ", though used by " + Some.of(users(version)) : "");
  }

  /** Above all content an aligned publishing may not have come to its end, and needs it. */
  private Verdict padding(VersionFacts version, int newer) {
    if (newer == 0) {
      return Verdict.keep(version, "padding that an aligned publishing is to finish");
    }
    return version.isUsed() && !deletesUsed
        ? Verdict.keep(version, "padding, used by " + Some.of(users(version)))
        : Verdict.delete(version, "padding that an aligned publishing has left");
  }

  private static List<String> users(VersionFacts version) {
    return Optional.ofNullable(version.users()).orElse(List.of());
  }

  @Override
  public boolean asksForGrants() {
    return keepGranted;
  }

  @Override
  public List<Long> missing(List<VersionFacts> live) {
    return List.of();
  }
}
