package io.github.lambdalayer.operate;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What has become of a plan.
 *
 * @param plan the plan as it was carried out
 * @param deleted the versions that are gone, oldest first
 * @param nowUsed the versions that the plan had before, and that stay, for they were used meanwhile
 * @param failure why it is not all of the plan's; the others are as they were
 */
public record DeletionResult(
    DeletionPlan plan, List<Long> deleted, List<Verdict> nowUsed, @Nullable String failure) {

  public DeletionResult {
    deleted = List.copyOf(deleted);
    nowUsed = List.copyOf(nowUsed);
  }

  /** Why not all are gone. */
  public Optional<String> reason() {
    return Optional.ofNullable(failure);
  }
}
