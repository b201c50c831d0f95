package io.github.lambdalayer.operate;

import java.time.Instant;
import java.util.List;

/** Says of each live version of a layer whether it is to be deleted. It calls nobody. */
public sealed interface DeletionRule permits Retention, AfterPublishing, NamedVersions {

  /**
   * The verdicts. Where who may use a version was not read, it counts as granted to nobody: what is to be
   * deleted then is decided anew once that is known.
   *
   * @param live all live versions, newest first
   * @param now the time
   * @return one for each version that the rule is about, newest first
   */
  List<Verdict> decide(List<VersionFacts> live, Instant now);

  /** Whether versions go that functions use, or may use where that is not known. */
  boolean deletesUsed();

  /** Whether it counts, or is to be told, who may use what goes. */
  boolean asksForGrants();

  /** Numbers that are named and not live. */
  List<Long> missing(List<VersionFacts> live);
}
