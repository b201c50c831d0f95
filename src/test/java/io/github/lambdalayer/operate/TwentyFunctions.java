package io.github.lambdalayer.operate;

import io.github.lambdalayer.endpoint.FunctionSpec;
import io.github.lambdalayer.endpoint.RecordedCall;
import io.github.lambdalayer.endpoint.StrictLambdaEndpoint;
import io.github.lambdalayer.endpoint.SystemCredentials;
import io.github.lambdalayer.endpoint.Zips;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * A test with twenty functions in two regions: each has three layers, of which {@code my-layer} is the one
 * in the middle, in version 1 or 2; the newest is 3.
 */
abstract class TwentyFunctions {

  static final String ACCOUNT = StrictLambdaEndpoint.DEFAULT_ACCOUNT;
  static final String IRELAND = "eu-west-1";
  static final String VIRGINIA = "us-east-1";
  static final String THIRTEENTH = "f-13";

  /** A layer that AWS has made. */
  static final String AWS_OWN = "arn:aws:lambda:::awslayer:AmazonLinux1803";

  @TempDir Path folder;
  StrictLambdaEndpoint aws;
  AttachScene scene;

  @BeforeEach
  final void start() {
    aws = StrictLambdaEndpoint.start();
    scene = new AttachScene(aws.uri(), folder.resolve("state"));
    for (String region : List.of(IRELAND, VIRGINIA)) {
      publish(region, "below", 1);
      publish(region, "my-layer", 3);
      publish(region, "above", 1);
    }
    names().forEach(name -> put(FunctionSpec.of(name).layers(before(name))));
  }

  @AfterEach
  final void stop() {
    aws.close();
    SystemCredentials.clear();
  }

  final void publish(String region, String layer, int versions) {
    for (int i = 1; i <= versions; i++) {
      aws.publishByHand(ACCOUNT, region, layer, Zips.of("text", layer + " " + i), "release " + i);
    }
  }

  static List<String> names() {
    return IntStream.rangeClosed(1, 20).mapToObj("f-%02d"::formatted).toList();
  }

  static int number(String name) {
    return Integer.parseInt(name.substring(2));
  }

  /** Odd ones are in Ireland. */
  static String region(String name) {
    return number(name) % 2 == 1 ? IRELAND : VIRGINIA;
  }

  final void put(FunctionSpec function) {
    aws.functions().put(ACCOUNT, region(function.name()), function);
  }

  static String arn(String region, String layer, int version) {
    return "arn:aws:lambda:%s:%s:layer:%s:%d".formatted(region, ACCOUNT, layer, version);
  }

  static String[] with(String name, int version) {
    String region = region(name);
    return new String[] {
      arn(region, "below", 1), arn(region, "my-layer", version), arn(region, "above", 1)
    };
  }

  static String[] before(String name) {
    return with(name, 1 + number(name) % 3 / 2);
  }

  final List<String> layers(String name) {
    return aws.functions().layers(ACCOUNT, region(name), name);
  }

  /** The layers of all functions by their names. */
  final Map<String, List<String>> all() {
    var all = new TreeMap<String, List<String>>();
    names().forEach(name -> all.put(name, layers(name)));
    return all;
  }

  static Map<String, List<String>> allBefore() {
    var all = new TreeMap<String, List<String>>();
    names().forEach(name -> all.put(name, List.of(before(name))));
    return all;
  }

  static Map<String, List<String>> allWith(int version) {
    var all = new TreeMap<String, List<String>>();
    names().forEach(name -> all.put(name, List.of(with(name, version))));
    return all;
  }

  final List<RecordedCall> updates() {
    return aws.calls("UpdateFunctionConfiguration");
  }

  static MoveResult of(List<MoveResult> results, String name) {
    return results.stream().filter(r -> r.move().name().equals(name)).findFirst().orElseThrow();
  }
}
