package io.github.lambdalayer.publish;

import org.jspecify.annotations.Nullable;

/**
 * What a target is called.
 *
 * @param account the account, where it is known
 * @param identity who publishes: a role, an access key or a profile; empty for the default
 * @param region the region
 */
public record Place(@Nullable String account, String identity, String region) {

  /** As people say it. */
  @Override
  public String toString() {
    return account == null ? region : region + " of " + account;
  }
}
