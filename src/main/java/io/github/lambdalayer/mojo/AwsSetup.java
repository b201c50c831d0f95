package io.github.lambdalayer.mojo;

import io.github.lambdalayer.aws.AwsSettings;
import io.github.lambdalayer.aws.Identity;
import io.github.lambdalayer.aws.Pace;
import io.github.lambdalayer.aws.RegionChoice;
import io.github.lambdalayer.aws.Timing;
import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.publish.Destination;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** What the parameters of a goal that calls AWS mean. */
final class AwsSetup {

  private final AbstractAwsMojo mojo;
  private final PomElements pom;

  AwsSetup(AbstractAwsMojo mojo) {
    this.mojo = mojo;
    this.pom = new PomElements(mojo.session, mojo.execution);
  }

  /** How AWS is reached. */
  AwsSettings settings() {
    URI endpoint = Parameters.endpoint(mojo.endpoint);
    return new AwsSettings(
        Identity.DEFAULT,
        endpoint,
        new MavenProxy(mojo.session.getSettings(), mojo.decrypter).on(endpoint),
        new Timing(
            seconds("retryTimeout", mojo.retryTimeout, 86_400),
            seconds("settleTimeout", mojo.settleTimeout, 3_600),
            Pace.REAL));
  }

  /** Whom to publish as, and where. */
  List<Destination> destinations() {
    RegionChoice choice = choice();
    var servers = new ServerCredentials(mojo.session.getSettings(), mojo.decrypter);
    List<TargetSpec> targets =
        new Targets(new Expressions(mojo.session, mojo.execution)).read(mojo.targets);
    if (targets.isEmpty()) {
      return List.of(new Destination(identity(servers), choice));
    }
    return targets.stream()
        .map(target -> new Destination(identity(target, servers), choice(target, choice)))
        .toList();
  }

  /** Who publishes where no target says otherwise. */
  private Identity identity(ServerCredentials servers) {
    return servers.identity(mojo.profile, mojo.serverId);
  }

  /** A target without credentials of its own assumes its role with those of the goal. */
  private Identity identity(TargetSpec target, ServerCredentials servers) {
    Identity own = target.identity(servers);
    if (own.profile() != null || own.accessKey() != null) {
      return own;
    }
    Identity general = identity(servers);
    return new Identity(general.profile(), general.accessKey(), own.role());
  }

  private RegionChoice choice(TargetSpec target, RegionChoice general) {
    if (target.regions().isEmpty() && target.excludeRegions().isEmpty()) {
      return general;
    }
    if (!target.regions().isEmpty()) {
      return new RegionChoice(target.regions(), target.excludeRegions(), mojo.allowUnknownRegions);
    }
    return new RegionChoice(
        general.regions(),
        Stream.concat(general.excluded().stream(), target.excludeRegions().stream()).toList(),
        mojo.allowUnknownRegions);
  }

  /** The regions of targets that name none themselves. */
  RegionChoice choice() {
    return new RegionChoice(
        pom.list("regions", mojo.regions),
        pom.list("excludeRegions", mojo.excludeRegions),
        mojo.allowUnknownRegions);
  }

  /** How many targets are worked on at a time. */
  int threads() {
    return inRange("threads", mojo.threads, 128);
  }

  /** Tells of regions that only an execution has, which a goal from the command line does not see. */
  void warnOfRegions(List<Destination> destinations) {
    if (destinations.stream().anyMatch(one -> one.regions().regions().isEmpty())) {
      new PluginConfiguration(mojo.project, mojo.session, mojo.execution)
          .executionWith("regions")
          .ifPresent(
              id ->
                  mojo.getLog()
                      .warn(
                          Messages.format(
                              "The execution '%s' configures <regions>, which a goal from the"
                                  + " command line does not see: run lambda-layer:%s@%s, or"
                                  + " configure the plugin instead of the execution.",
                              id, mojo.execution.getGoal(), id)));
    }
  }

  /** A number of seconds from 1 on. */
  static Duration seconds(String parameter, int value, int most) {
    return Duration.ofSeconds(inRange(parameter, value, most));
  }

  private static int inRange(String parameter, int value, int most) {
    if (value < 1 || value > most) {
      throw new InvalidInputException(
          Messages.format("<%s> is '%d': write a number from 1 to %d.", parameter, value, most));
    }
    return value;
  }
}
