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

  /**
   * Whether both are one target. One that has failed early does not know its account; who publishes is
   * known then.
   */
  public boolean isSame(Place other) {
    boolean isSameOwner =
        (account == null || other.account == null)
            ? identity.equals(other.identity)
            : account.equals(other.account);
    return isSameOwner && region.equals(other.region);
  }

  /** As people say it. */
  @Override
  public String toString() {
    return account == null ? region : region + " of " + account;
  }
}
