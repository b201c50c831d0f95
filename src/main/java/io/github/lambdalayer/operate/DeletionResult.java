package io.github.lambdalayer.operate;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What has become of a plan.
 *
 * @param plan the plan
 * @param deleted the versions that are gone, oldest first
 * @param failure why it is not all of the plan's; the others are as they were
 */
public record DeletionResult(DeletionPlan plan, List<Long> deleted, @Nullable String failure) {

  public DeletionResult {
    deleted = List.copyOf(deleted);
  }

  /** Why not all are gone. */
  public Optional<String> reason() {
    return Optional.ofNullable(failure);
  }
}
