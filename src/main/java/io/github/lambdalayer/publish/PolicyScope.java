package io.github.lambdalayer.publish;

import io.github.lambdalayer.aws.AssumedRole;
import io.github.lambdalayer.aws.AwsConnection;
import io.github.lambdalayer.aws.AwsSettings;
import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.Messages;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody must be allowed something: one account.
 *
 * @param role the role that is assumed there, if one is
 * @param partition the partition
 * @param account its number, {@code *} where it is not known
 * @param regions their codes, {@code *} where only the account knows
 */
public record PolicyScope(
    @Nullable String role, String partition, String account, List<String> regions) {

  /** Whatever it may be. */
  static final String ANY = "*";

  public PolicyScope {
    regions = List.copyOf(regions);
  }

  /**
   * The accounts of some destinations, each once, as far as they can be told: roles tell theirs, and of
   * other credentials STS is asked, which everybody may. Nothing else is called: whoever needs this is
   * about to be allowed it.
   *
   * @param warning is told why an account is not known
   */
  public static List<PolicyScope> of(
      List<Destination> destinations, AwsSettings settings, Consumer<String> warning) {
    Map<String, PolicyScope> scopes = new LinkedHashMap<>();
    for (Destination destination : destinations) {
      PolicyScope scope = of(destination, settings, warning);
      scopes.merge(scope.account(), scope, PolicyScope::with);
    }
    return List.copyOf(scopes.values());
  }

  private static PolicyScope of(
      Destination destination, AwsSettings settings, Consumer<String> warning) {
    List<String> regions = destination.regions().told(destination.identity().profile());
    AssumedRole role = destination.identity().role();
    if (role != null) {
      return new PolicyScope(role.arn(), role.partition(), role.account(), regions);
    }
    try (var connection =
        AwsConnection.open(settings.as(destination.identity()), destination.regions())) {
      return new PolicyScope(
          null, connection.partition(), connection.account().orElse(ANY), regions);
    } catch (InvalidInputException e) {
      // No credentials yet: whoever asks may be about to make them.
      warning.accept(
          Messages.format(
              "The account is not known, and stands as '*': %s",
              Messages.sentence(e.getMessage())));
      return new PolicyScope(null, "aws", ANY, regions);
    }
  }

  private PolicyScope with(PolicyScope other) {
    var all = new LinkedHashSet<>(regions);
    all.addAll(other.regions);
    return new PolicyScope(
        role == null ? other.role : role,
        partition,
        account,
        all.contains(ANY) ? List.of(ANY) : List.copyOf(all));
  }

  /** An ARN in each region. */
  public List<String> arns(String service, String resource) {
    return arns(service, account, resource);
  }

  /** An ARN of whatever account in each region. */
  public List<String> ofAnyone(String service, String resource) {
    return arns(service, ANY, resource);
  }

  /** An ARN of an account in each region. */
  List<String> arns(String service, String owner, String resource) {
    return regions.stream()
        .map(region -> String.join(":", "arn", partition, service, region, owner, resource))
        .toList();
  }
}
