package io.github.lambdalayer.mojo;

import io.github.lambdalayer.aws.AwsSettings;
import io.github.lambdalayer.aws.Identity;
import io.github.lambdalayer.aws.Pace;
import io.github.lambdalayer.aws.RegionChoice;
import io.github.lambdalayer.aws.Timing;
import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.publish.Destination;
import io.github.lambdalayer.publish.PublishOptions;
import io.github.lambdalayer.publish.Upload;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the parameters of a goal that looks at AWS mean. */
final class PublishSetup {

  private final AbstractPublishMojo mojo;
  private final PomElements pom;

  PublishSetup(AbstractPublishMojo mojo) {
    this.mojo = mojo;
    this.pom = new PomElements(mojo.execution);
  }

  /** How AWS is reached. */
  AwsSettings settings() {
    return new AwsSettings(
        Identity.DEFAULT,
        Parameters.endpoint(mojo.endpoint),
        null,
        new Timing(
            seconds("retryTimeout", mojo.retryTimeout, 86_400),
            seconds("settleTimeout", mojo.settleTimeout, 3_600),
            Pace.REAL));
  }

  /** Whom to publish as, and where. */
  List<Destination> destinations() {
    RegionChoice choice = choice();
    return List.of(
        new Destination(new Identity(Parameters.text(mojo.profile), null, null), choice));
  }

  /** The regions of targets that name none themselves. */
  RegionChoice choice() {
    return new RegionChoice(
        pom.list("regions", mojo.regions),
        pom.list("excludeRegions", mojo.excludeRegions),
        mojo.allowUnknownRegions);
  }

  /** How to publish. */
  PublishOptions options() {
    return new PublishOptions(
        mojo.force,
        mojo.allowPublicSnapshot,
        mojo.removeOtherGrants,
        mojo.alignVersions,
        mojo.failFast,
        inRange("threads", mojo.threads, 128),
        new Upload(route(), Parameters.text(mojo.bucket), mojo.keyPrefix, mojo.keepObject),
        mojo.layerDirectory());
  }

  private Upload.Route route() {
    return Arrays.stream(Upload.Route.values())
        .filter(route -> text(route).equals(mojo.upload.trim()))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInputException(
                    Messages.format(
                        "<upload> is '%s': write one of %s.",
                        mojo.upload,
                        Arrays.stream(Upload.Route.values())
                            .map(PublishSetup::text)
                            .collect(Collectors.joining(", ")))));
  }

  private static String text(Upload.Route route) {
    return route.name().toLowerCase(Locale.ROOT);
  }

  private static Duration seconds(String parameter, int value, int most) {
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
