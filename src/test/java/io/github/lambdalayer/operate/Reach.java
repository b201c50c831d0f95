package io.github.lambdalayer.operate;

import io.github.lambdalayer.aws.AwsSettings;
import io.github.lambdalayer.aws.Identity;
import io.github.lambdalayer.aws.RegionChoice;
import io.github.lambdalayer.aws.Timing;
import io.github.lambdalayer.publish.Destination;
import io.github.lambdalayer.publish.Destinations;
import java.net.URI;
import java.util.List;
import java.util.function.Consumer;

/** Reaches regions of an endpoint as the goals do. */
public final class Reach {

  private Reach() {}

  /** Opens regions of one account. */
  public static Destinations open(
      URI endpoint, Identity identity, List<String> regions, Timing timing, Consumer<String> told) {
    var destination = new Destination(identity, new RegionChoice(regions, List.of(), false));
    return open(endpoint, List.of(destination), timing, told);
  }

  /** Opens several. */
  public static Destinations open(
      URI endpoint, List<Destination> destinations, Timing timing, Consumer<String> told) {
    var settings = new AwsSettings(Identity.DEFAULT, endpoint, null, timing);
    return Destinations.open(destinations, settings, told);
  }
}
