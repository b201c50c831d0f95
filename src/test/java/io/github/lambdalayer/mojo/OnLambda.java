package io.github.lambdalayer.mojo;

import io.github.lambdalayer.aws.Identity;
import io.github.lambdalayer.aws.RegionChoice;
import io.github.lambdalayer.aws.Timing;
import io.github.lambdalayer.endpoint.StrictLambdaEndpoint;
import io.github.lambdalayer.endpoint.SystemCredentials;
import io.github.lambdalayer.endpoint.Zips;
import io.github.lambdalayer.layer.LayerName;
import io.github.lambdalayer.operate.OperatedLayer;
import io.github.lambdalayer.operate.Reach;
import io.github.lambdalayer.publish.Destination;
import io.github.lambdalayer.publish.Destinations;
import io.github.lambdalayer.publish.FastPace;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A test of what a goal does on an endpoint of its own, and tells of it. */
abstract class OnLambda {

  static final String ACCOUNT = StrictLambdaEndpoint.DEFAULT_ACCOUNT;
  static final String REGION = "eu-west-1";
  static final String OTHER_REGION = "us-east-1";

  final RecordingLog log = new RecordingLog();
  StrictLambdaEndpoint aws;

  @BeforeEach
  final void startEndpoint() {
    aws = StrictLambdaEndpoint.start();
    SystemCredentials.set();
  }

  @AfterEach
  final void stopEndpoint() {
    aws.close();
    SystemCredentials.clear();
  }

  /** What is done in places. */
  interface Work<T> {
    T in(Destinations places) throws Exception;
  }

  final <T> T in(List<String> regions, Work<T> work) throws Exception {
    return in(work, new Destination(Identity.DEFAULT, choice(regions)));
  }

  static RegionChoice choice(List<String> regions) {
    return new RegionChoice(regions, List.of(), false);
  }

  final <T> T in(Work<T> work, Destination... destinations) throws Exception {
    var timing = new Timing(Duration.ofSeconds(20), Duration.ofSeconds(20), new FastPace(100));
    try (var open = Reach.open(aws.uri(), List.of(destinations), timing, log::warn)) {
      return work.in(open);
    }
  }

  final void publish(String region, String layer, int versions) {
    for (int i = 1; i <= versions; i++) {
      aws.publishByHand(ACCOUNT, region, layer, Zips.of("text", layer + " " + i), "release " + i);
    }
  }

  static List<OperatedLayer> layers(String... names) {
    return Arrays.stream(names).map(name -> OperatedLayer.named(new LayerName(name))).toList();
  }

  static String arn(String layer, long version) {
    return "arn:aws:lambda:" + REGION + ":" + ACCOUNT + ":layer:" + layer + ":" + version;
  }
}
