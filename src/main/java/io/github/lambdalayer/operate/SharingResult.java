package io.github.lambdalayer.operate;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What has become of a plan.
 *
 * @param plan the plan
 * @param done the versions that are as it wants them, read back
 * @param failure why it is not all of them
 */
public record SharingResult(SharingPlan plan, List<Long> done, @Nullable String failure) {

  public SharingResult {
    done = List.copyOf(done);
  }

  /** Why not all are as they are wanted. */
  public Optional<String> reason() {
    return Optional.ofNullable(failure);
  }
}
