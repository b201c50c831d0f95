package io.github.lambdalayer.operate;

import java.time.Instant;
import java.util.List;

/**
 * What a rule keeps once another version was published, which is not there yet.
 *
 * @param rule the rule
 */
public record AfterPublishing(Retention rule) implements DeletionRule {

  @Override
  public List<Verdict> decide(List<VersionFacts> live, Instant now) {
    return rule.decide(live, 1, now);
  }

  @Override
  public boolean deletesUsed() {
    return rule.deletesUsed();
  }

  @Override
  public boolean asksForGrants() {
    return rule.asksForGrants();
  }

  @Override
  public List<Long> missing(List<VersionFacts> live) {
    return rule.missing(live);
  }
}
