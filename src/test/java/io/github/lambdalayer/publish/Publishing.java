package io.github.lambdalayer.publish;

import io.github.lambdalayer.archive.LayerDescriptor;
import io.github.lambdalayer.aws.AwsConnection;
import io.github.lambdalayer.aws.AwsSettings;
import io.github.lambdalayer.aws.Identity;
import io.github.lambdalayer.aws.LiveVersion;
import io.github.lambdalayer.aws.RegionChoice;
import io.github.lambdalayer.aws.Timing;
import io.github.lambdalayer.endpoint.SystemCredentials;
import io.github.lambdalayer.layer.LayerName;
import io.github.lambdalayer.layer.Permission;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Publishes to an endpoint as the goal does, and looks at what is there afterwards. */
final class Publishing {

  static final String REGION = "eu-west-1";

  private final URI endpoint;
  private final Path state;
  final List<String> progress = Collections.synchronizedList(new ArrayList<>());
  Timing timing = new Timing(Duration.ofSeconds(60), Duration.ofSeconds(15), FastPace.TIMES_50);

  Publishing(URI endpoint, Path state) {
    this.endpoint = endpoint;
    this.state = state;
    credentials("AKIATEST");
  }

  /** Where notes for the next run are. */
  Path state() {
    return state;
  }

  static void credentials(String accessKeyId) {
    SystemCredentials.set(accessKeyId);
  }

  static void noCredentials() {
    SystemCredentials.clear();
  }

  /** One layer with options of its own, by default in regions of the default account. */
  record Wish(LayerDescriptor layer, List<Destination> destinations, Options options) {

    static Wish of(LayerDescriptor layer, String... regions) {
      return to(layer, new Destination(Identity.DEFAULT, choice(regions)));
    }

    static Wish to(LayerDescriptor layer, Destination... destinations) {
      return new Wish(layer, List.of(destinations), new Options());
    }

    /** The regions of all its destinations, as they were named. */
    List<String> regions() {
      return destinations.stream().flatMap(d -> d.regions().regions().stream()).toList();
    }

    Wish with(Options changed) {
      return new Wish(layer, destinations, changed);
    }
  }

  static RegionChoice choice(String... regions) {
    return new RegionChoice(List.of(regions), List.of(), false);
  }

  TargetResult publish(LayerDescriptor layer) {
    return publish(Wish.of(layer, REGION)).targets().get(0);
  }

  PublishResult publish(Wish wish) {
    return publishAll(List.of(wish)).get(0);
  }

  List<PublishResult> publishAll(List<Wish> wishes) {
    return with(wishes, new LayerPublisher(progress::add)::publish);
  }

  List<LayerPlan> planAll(List<Wish> wishes) {
    return with(wishes, new LayerPublisher(progress::add)::plan);
  }

  <R> List<R> with(
      List<Wish> wishes, java.util.function.Function<List<PublishRequest>, List<R>> work) {
    var opened = new ArrayList<Destinations>();
    try {
      var requests = new ArrayList<PublishRequest>();
      for (Wish wish : wishes) {
        Destinations destinations =
            Destinations.open(wish.destinations(), settings(Identity.DEFAULT), progress::add);
        opened.add(destinations);
        requests.add(
            new PublishRequest(
                wish.layer(),
                destinations.targets(),
                destinations.unreachable(),
                wish.options().build(state)));
      }
      return work.apply(requests);
    } finally {
      opened.forEach(Destinations::close);
    }
  }

  LiveLayer live(String layer, String region) {
    try (var connection = connect()) {
      return LiveLayer.read(connection.in(region), new LayerName(layer));
    }
  }

  LiveVersion newest(String layer, String region) {
    return live(layer, region).newest().orElseThrow();
  }

  /** Which of some permissions the newest version does not give. */
  List<Permission> missing(String layer, Permission... permissions) {
    long version = newest(layer, REGION).arn().version();
    try (var connection = connect()) {
      return connection
          .in(REGION)
          .policy(new LayerName(layer), version)
          .missing(List.of(permissions));
    }
  }

  AwsSettings settings(Identity identity) {
    return new AwsSettings(identity, endpoint, null, timing);
  }

  /** What is live, as somebody with a console sees and changes it. */
  Console console() {
    return new Console(this::connect, state);
  }

  /** The same of another account. */
  Console console(Identity identity) {
    return new Console(() -> AwsConnection.open(settings(identity), choice(REGION)), state);
  }

  private AwsConnection connect() {
    return AwsConnection.open(settings(Identity.DEFAULT), choice(REGION));
  }
}
