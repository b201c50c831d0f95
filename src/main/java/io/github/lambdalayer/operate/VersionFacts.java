package io.github.lambdalayer.operate;

import io.github.lambdalayer.aws.LambdaLayers.Listed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a live version, as far as it was asked for.
 *
 * @param listed what a list of versions tells
 * @param isPadding whether it holds no content and only takes up a number
 * @param users the functions of the account that use it, with the number where it is a published function
 *     version; null where that is not known
 * @param grants who may use it beside its own account; null where that was not read
 */
public record VersionFacts(
    Listed listed, boolean isPadding, @Nullable List<String> users, @Nullable List<String> grants) {

  public VersionFacts {
    users = users == null ? null : List.copyOf(users);
    grants = grants == null ? null : List.copyOf(grants);
  }

  /** Its number. */
  public long number() {
    return listed.number();
  }

  /** When it was made, where that is known. */
  Optional<Instant> created() {
    return Optional.ofNullable(listed.created());
  }

  /** The same, now that it is known who may use it. */
  VersionFacts withGrants(List<String> known) {
    return new VersionFacts(listed, isPadding, users, known);
  }

  /** Whether a function of the account is known to use it. */
  boolean isUsed() {
    return users != null && !users.isEmpty();
  }
}
