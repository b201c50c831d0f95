package io.github.lambdalayer.publish;

import io.github.lambdalayer.archive.LayerDescriptor;
import io.github.lambdalayer.endpoint.StoredVersion;
import io.github.lambdalayer.endpoint.StrictLambdaEndpoint;
import io.github.lambdalayer.publish.Publishing.Wish;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Mixtures of all faults, in several layers and thirty regions. A seed that fails is tried again with
 * {@code -Dtest=RandomFaultsTest -DlambdaLayer.faultSeed=…}.
 */
class RandomFaultsTest {

  private static final long[] KNOWN = {1, 3};

  @TempDir Path folder;

  @AfterAll
  static void forget() {
    Publishing.noCredentials();
  }

  /** The one that is asked for, or some old ones and a new one. */
  private static LongStream seeds() {
    Long asked = Long.getLong("lambdaLayer.faultSeed");
    return asked == null
        ? LongStream.concat(LongStream.of(KNOWN), new Random().longs(1, 0, 1_000_000_000))
        : LongStream.of(asked);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aMixtureOfFaultsNeitherDoublesNorHidesAnything(long seed) throws IOException {
    try {
      check(seed);
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError("-DlambdaLayer.faultSeed=" + seed + " fails: " + e.getMessage(), e);
    }
  }

  private void check(long seed) throws IOException {
    var random = new Random(seed);
    try (var aws = StrictLambdaEndpoint.start()) {
      aws.faults().slowBy(Duration.ofMillis(20));
      aws.faults().lateBy(Duration.ofMillis(100));
      ThirtyRegions.CODES.forEach(region -> aws.s3().bucket("layers-" + region, region));
      Truth truth = new Truth(aws, new Publishing(aws.uri(), folder.resolve("state")));
      List<Options> options = options(random);

      truth.under(Trouble.random(seed, 2 + random.nextInt(8)));
      publish(truth, wishes(options, "one"), 3);
      publish(truth, wishes(options, "two"), 2);
      harm(aws, random);
      publish(truth, wishes(options, "two"), 2);
      truth.converge(wishes(options, "two"));
    }
  }

  /** Runs until it has succeeded, but not for ever. */
  private static void publish(Truth truth, List<Wish> wishes, int runs) {
    for (int i = 0; i < runs; i++) {
      if (Truth.failures(truth.run(wishes)).isEmpty()) {
        return;
      }
    }
  }

  /** One layer as it comes, one with a change of policy, and one that goes another way. */
  private static List<Options> options(Random random) {
    var options = new ArrayList<Options>();
    options.add(new Options());
    options.add(new Options().removeOtherGrants());
    options.add(
        random.nextBoolean()
            ? new Options().alignVersions()
            : new Options().through(Upload.Route.S3, "layers-{region}"));
    if (random.nextInt(3) == 0) {
      options.forEach(Options::failFast);
    }
    return options;
  }

  private List<Wish> wishes(List<Options> options, String content) throws IOException {
    var wishes = new ArrayList<Wish>();
    for (int i = 0; i < options.size(); i++) {
      wishes.add(ThirtyRegions.wish(layer("layer-" + i, content), options.get(i)));
    }
    return wishes;
  }

  private LayerDescriptor layer(String name, String content) throws IOException {
    return new BuiltLayer(folder.resolve(name + "-" + content), name)
        .content(content)
        .permissions(ThirtyRegions.PERMISSIONS)
        .build();
  }

  /** Somebody takes grants away and adds others, where there is a version. */
  private static void harm(StrictLambdaEndpoint aws, Random random) {
    for (String region : ThirtyRegions.CODES) {
      String layer = "layer-" + random.nextInt(3);
      aws.versions(Scene.ACCOUNT, region, layer).stream()
          .limit(1)
          .forEach(newest -> harm(aws, region, layer, newest));
    }
  }

  private static void harm(
      StrictLambdaEndpoint aws, String region, String layer, StoredVersion newest) {
    long number = newest.version();
    newest.statements().stream()
        .limit(2)
        .forEach(s -> aws.removeStatement(Scene.ACCOUNT, region, layer, number, s.sid()));
    aws.addStatement(Scene.ACCOUNT, region, layer, number, "surplus", "444455556666", null);
  }
}
