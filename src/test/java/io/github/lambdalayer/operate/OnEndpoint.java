package io.github.lambdalayer.operate;

import io.github.lambdalayer.endpoint.FunctionSpec;
import io.github.lambdalayer.endpoint.StoredVersion;
import io.github.lambdalayer.endpoint.StrictLambdaEndpoint;
import io.github.lambdalayer.endpoint.SystemCredentials;
import io.github.lambdalayer.endpoint.Zips;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A test about one layer of an endpoint of its own, in three regions. */
abstract class OnEndpoint {

  static final String NAME = "my-layer";
  static final String ACCOUNT = StrictLambdaEndpoint.DEFAULT_ACCOUNT;
  static final String IRELAND = "eu-west-1";
  static final List<String> REGIONS = List.of(IRELAND, "us-east-1", "ap-southeast-2");

  StrictLambdaEndpoint aws;
  Scene scene;
  Scene everywhere;

  @BeforeEach
  final void start() {
    aws = StrictLambdaEndpoint.start();
    scene = new Scene(aws.uri(), NAME, IRELAND);
    everywhere = new Scene(aws.uri(), NAME, REGIONS.toArray(String[]::new));
  }

  @AfterEach
  final void stop() {
    aws.close();
    SystemCredentials.clear();
  }

  final void publish(String region, int versions) {
    for (int i = 1; i <= versions; i++) {
      aws.publishByHand(ACCOUNT, region, NAME, Zips.of("text", "content " + i), "release " + i);
    }
  }

  final void publishEverywhere(int versions) {
    REGIONS.forEach(region -> publish(region, versions));
  }

  final void grant(String region, long version, String account) {
    aws.addStatement(ACCOUNT, region, NAME, version, "by-hand-" + account, account, null);
  }

  /** A function that has a version, and a published version of it that has another one. */
  final void use(String region, String function, long version, long published) {
    aws.functions()
        .put(
            ACCOUNT,
            region,
            FunctionSpec.of(function).layers(arn(region, version)).publish(arn(region, published)));
  }

  static String arn(String region, long version) {
    return "arn:aws:lambda:" + region + ":" + ACCOUNT + ":layer:" + NAME + ":" + version;
  }

  /** The live versions, oldest first. */
  final List<Long> live(String region) {
    return aws.versions(ACCOUNT, region, NAME).stream()
        .map(StoredVersion::version)
        .sorted()
        .toList();
  }

  /** The statement ids of a version. */
  final List<String> statements(String region, long version) {
    return aws.versions(ACCOUNT, region, NAME).stream()
        .filter(stored -> stored.version() == version)
        .flatMap(stored -> stored.statements().stream())
        .map(statement -> statement.sid())
        .sorted()
        .toList();
  }

  /** The numbers from 1 to the last one, without some. */
  static List<Long> without(long last, Long... gone) {
    return LongStream.rangeClosed(1, last)
        .boxed()
        .filter(number -> !List.of(gone).contains(number))
        .toList();
  }
}
