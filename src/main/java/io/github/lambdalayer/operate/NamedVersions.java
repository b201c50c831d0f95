package io.github.lambdalayer.operate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Versions that are named go, unless a function uses them.
 *
 * @param versions their numbers
 * @param deletesUsed whether those go too that functions use
 */
public record NamedVersions(VersionSet versions, boolean deletesUsed) implements DeletionRule {

  @Override
  public List<Verdict> decide(List<VersionFacts> live, Instant now) {
    return versions.of(live).stream().map(version -> verdict(version, live)).toList();
  }

  private Verdict verdict(VersionFacts version, List<VersionFacts> live) {
    List<String> users = Optional.ofNullable(version.users()).orElse(List.of());
    if (!users.isEmpty() && !deletesUsed) {
      return Verdict.keep(version, "used by " + Some.of(users));
    }
    var reasons = new ArrayList<String>();
    reasons.add("named");
    if (live.get(0).equals(version)) {
      reasons.add("the newest");
    }
    if (!users.isEmpty()) {
      reasons.add("though used by " + Some.of(users));
    }
    List<String> grants = version.grants();
    if (grants != null && !grants.isEmpty()) {
      reasons.add("though granted to " + Some.of(grants));
    }
    return Verdict.delete(version, String.join(", ", reasons));
  }

  @Override
  public boolean asksForGrants() {
    return true;
  }

  @Override
  public List<Long> missing(List<VersionFacts> live) {
    return versions.missing(live);
  }
}
