package io.github.lambdalayer.publish;

import io.github.lambdalayer.aws.AwsConnection;
import io.github.lambdalayer.aws.AwsSettings;
import io.github.lambdalayer.aws.Identity;
import io.github.lambdalayer.aws.LambdaCallException;
import io.github.lambdalayer.aws.RegionChoice;
import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.Messages;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The accounts that are published to, with a connection to each, and their regions. */
public final class Destinations implements AutoCloseable {

  private static final int THREADS = 8;

  private final List<Opened> opened;

  private Destinations(List<Opened> opened) {
    this.opened = List.copyOf(opened);
  }

  private record Opened(
      Destination destination,
      @Nullable AwsConnection connection,
      RegionChoice.Enabled regions,
      @Nullable RuntimeException failure) {}

  /**
   * Finds the credentials of all of them, and which regions are meant. Those that cannot be reached are
   * no failure yet: the others are to be examined too.
   *
   * @param settings how AWS is reached; whose identity it is does not count
   * @param warning is told of regions that are left out
   * @throws InvalidInputException if two of them are, or may be, one
   */
  public static Destinations open(
      List<Destination> destinations, AwsSettings settings, Consumer<String> warning) {
    List<Opened> opened;
    try (var workers = new Workers(THREADS)) {
      opened =
          workers.all(
              destinations, destination -> open(destination, settings, destinations.size() > 1));
    }
    var all = new Destinations(opened);
    try {
      refuseSameAccount(all.targets());
    } catch (InvalidInputException e) {
      all.close();
      throw e;
    }
    opened.forEach(one -> warn(one, warning));
    return all;
  }

  private static Opened open(
      Destination destination, AwsSettings settings, boolean isOneOfSeveral) {
    var none = new RegionChoice.Enabled(List.of(), List.of());
    AwsConnection connection = null;
    try {
      connection = AwsConnection.open(settings.as(destination.identity()), destination.regions());
      if (isOneOfSeveral) {
        refuseUnknownAccount(connection);
      }
      return new Opened(destination, connection, connection.regions(destination.regions()), null);
    } catch (InvalidInputException | LambdaCallException e) {
      return new Opened(destination, connection, none, e);
    }
  }

  /** Of two that are not known nobody can say whether they are one. */
  private static void refuseUnknownAccount(AwsConnection connection) {
    if (connection.account().isEmpty()) {
      String label = connection.label();
      throw new InvalidInputException(
          Messages.format(
              "<targets> has several, and STS does not tell the account of %s, so two of them may be the"
                  + " same: check its credentials, let sts:GetCallerIdentity through, or give it a"
                  + " <roleArn>.",
              label.isEmpty() ? "the default credentials" : label));
    }
  }

  /** Two ways to one place would publish twice. */
  private static void refuseSameAccount(List<Target> targets) {
    var seen = new HashSet<String>();
    for (Target target : targets) {
      Optional<String> account = target.account();
      String place = account.orElseGet(target::identity) + " " + target.region();
      if (!seen.add(place)) {
        throw new InvalidInputException(
            Messages.format(
                "<targets> names %s twice. Leave one of them out, or give each its own <regions>.",
                target));
      }
    }
  }

  private static void warn(Opened one, Consumer<String> warning) {
    if (!one.regions().unknown().isEmpty()) {
      warning.accept(
          Messages.format(
              "Left out, for this release does not know whether they offer Lambda: %s. To publish"
                  + " there too, set -DlambdaLayer.allowUnknownRegions; else name them in"
                  + " <excludeRegions>.",
              String.join(", ", one.regions().unknown())));
    }
  }

  /** All regions of all accounts, in the order they were named. */
  public List<Target> targets() {
    var targets = new ArrayList<Target>();
    for (Opened one : opened) {
      AwsConnection connection = one.connection();
      if (connection != null) {
        one.regions().chosen().forEach(region -> targets.add(new Target(connection, region)));
      }
    }
    return targets;
  }

  /** What cannot be reached, with the reason. */
  public List<Unreachable> unreachable() {
    return opened.stream()
        .filter(one -> one.failure() != null)
        .flatMap(one -> places(one).map(place -> new Unreachable(place, message(one))))
        .toList();
  }

  private static Stream<Place> places(Opened one) {
    Identity identity = one.destination().identity();
    String account = identity.role() == null ? null : identity.role().account();
    List<String> regions = one.destination().regions().regions();
    return (regions.isEmpty() ? List.of("its own region") : regions)
        .stream().map(region -> new Place(account, identity.label(), region));
  }

  private static String message(Opened one) {
    return one.failure() == null ? "" : String.valueOf(one.failure().getMessage());
  }

  @Override
  public void close() {
    for (Opened one : opened) {
      if (one.connection() != null) {
        one.connection().close();
      }
    }
  }
}
