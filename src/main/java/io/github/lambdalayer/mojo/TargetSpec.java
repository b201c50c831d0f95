package io.github.lambdalayer.mojo;

import io.github.lambdalayer.aws.AssumedRole;
import io.github.lambdalayer.aws.Identity;
import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.Messages;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One of {@code <targets>}: who calls AWS, and where.
 *
 * @param profile a profile of {@code ~/.aws/config}
 * @param serverId a server of Maven's settings, whose credentials are an access key
 * @param roleArn a role that is assumed with those credentials, or with the default ones
 * @param externalId what that role's owner asks for besides
 * @param roleSessionName what the session is called in the account's logs
 * @param regions the target's own regions; none leaves it those of the goal
 * @param excludeRegions regions that are left out for it
 */
record TargetSpec(
    @Nullable String profile,
    @Nullable String serverId,
    @Nullable String roleArn,
    @Nullable String externalId,
    @Nullable String roleSessionName,
    List<String> regions,
    List<String> excludeRegions) {

  TargetSpec {
    regions = List.copyOf(regions);
    excludeRegions = List.copyOf(excludeRegions);
    if (profile != null && serverId != null) {
      throw new InvalidInputException(
          Messages.format(
              "A <target> has the <profile> '%s' and the <serverId> '%s': its credentials come from"
                  + " one of them, so leave out the other.",
              profile, serverId));
    }
    refuseWithoutRole("externalId", externalId, roleArn);
    refuseWithoutRole("roleSessionName", roleSessionName, roleArn);
    if (profile == null && serverId == null && roleArn == null && regions.isEmpty()) {
      throw new InvalidInputException(
          "A <target> says neither who calls AWS nor where: give it a <profile>, a <serverId>, a"
              + " <roleArn> or <regions>.");
    }
    role(roleArn, externalId, roleSessionName);
  }

  /** A target that says only who calls AWS. */
  static TargetSpec of(
      @Nullable String profile, @Nullable String serverId, @Nullable String roleArn) {
    return new TargetSpec(profile, serverId, roleArn, null, null, List.of(), List.of());
  }

  private static void refuseWithoutRole(
      String element, @Nullable String value, @Nullable String roleArn) {
    if (value != null && roleArn == null) {
      throw new InvalidInputException(
          Messages.format(
              "A <target> has the <%s> '%s' and no role that it could belong to: add <roleArn>.",
              element, value));
    }
  }

  private static @Nullable AssumedRole role(
      @Nullable String arn, @Nullable String externalId, @Nullable String sessionName) {
    return arn == null
        ? null
        : new AssumedRole(
            arn, externalId, Objects.requireNonNullElse(sessionName, AssumedRole.SESSION_NAME));
  }

  /**
   * Who calls AWS for this target.
   *
   * @param servers where the credentials of a {@code <serverId>} are
   */
  Identity identity(ServerCredentials servers) {
    return new Identity(
        profile,
        serverId == null ? null : servers.accessKey(serverId),
        role(roleArn, externalId, roleSessionName));
  }
}
