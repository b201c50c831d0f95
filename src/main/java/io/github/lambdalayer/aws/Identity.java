package io.github.lambdalayer.aws;

import org.jspecify.annotations.Nullable;

/**
 * Who calls AWS. What is not said here is found as every AWS tool finds it: environment, system
 * properties, {@code ~/.aws}, web identity, container and instance roles.
 *
 * @param profile a profile of {@code ~/.aws/config} whose credentials and region are used
 * @param accessKey credentials that were handed over; they go before the profile's
 * @param role a role to assume with those credentials
 */
public record Identity(
    @Nullable String profile, @Nullable AccessKey accessKey, @Nullable AssumedRole role) {

  /** Whoever every AWS tool would be here. */
  public static final Identity DEFAULT = new Identity(null, null, null);

  /** What people call it: the role, the access key or the profile; empty for the default. */
  public String label() {
    if (role != null) {
      return role.arn();
    }
    if (accessKey != null) {
      return accessKey.toString();
    }
    return profile == null ? "" : "profile " + profile;
  }
}
