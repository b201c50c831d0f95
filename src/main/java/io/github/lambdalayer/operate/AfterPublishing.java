package io.github.lambdalayer.operate;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What a rule keeps once all is published, which is not so yet.
 *
 * @param rule the rule
 * @param coming how many versions are still to be made
 * @param leaving the numbers of padding that publishing itself deletes
 */
public record AfterPublishing(Retention rule, int coming, Set<Long> leaving)
    implements DeletionRule {

  public AfterPublishing {
    leaving = Set.copyOf(leaving);
  }

  @Override
  public List<Verdict> decide(List<VersionFacts> live, Instant now) {
    return rule.decide(
        live.stream().filter(version -> !leaving.contains(version.number())).toList(), coming, now);
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
