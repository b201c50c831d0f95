package io.github.lambdalayer.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.archive.LayerDescriptor;
import io.github.lambdalayer.endpoint.Fault;
import io.github.lambdalayer.endpoint.StrictLambdaEndpoint;
import io.github.lambdalayer.publish.Publishing.Wish;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each fault at each call, one in each of thirty regions. */
class SingleFaultsTest {

  /** Where a run is ended before its first write, the faults of later calls are met by the next. */
  private static final int RUNS = 4;

  @TempDir static Path folder;

  private static LayerDescriptor layer;

  @BeforeAll
  static void build() throws IOException {
    layer = new BuiltLayer(folder, "my-layer").permissions(ThirtyRegions.PERMISSIONS).build();
  }

  @AfterAll
  static void forget() {
    Publishing.noCredentials();
  }

  /** What becomes of a call; in one run each region meets one fault of a kind. */
  private enum Kind {
    REFUSED,
    UNDONE,
    DONE;

    static Kind of(Fault fault) {
      return switch (fault) {
        case ACCESS_DENIED, EXPIRED_TOKEN -> REFUSED;
        case THROTTLE, SERVICE_EXCEPTION_500, HTML_503, RESET_BEFORE, RESET_MIDDLE -> UNDONE;
        case SERVICE_EXCEPTION_500_AFTER,
            BAD_GATEWAY_502_AFTER,
            SLOW,
            ANSWER_LOST,
            PUBLISH_LATE,
            ANSWER_CUT,
            ANSWER_GARBLED ->
            DONE;
      };
    }

    List<Fault> faults() {
      return Arrays.stream(Fault.values()).filter(fault -> of(fault) == this).toList();
    }
  }

  private static Stream<Arguments> inEachRegion() {
    return Stream.of(
            cases(
                Scene.CHANGED,
                "ListLayerVersions",
                "GetLayerVersion",
                "GetLayerVersionPolicy",
                "GetAccountSettings",
                "PublishLayerVersion",
                "AddLayerVersionPermission"),
            cases(
                Scene.GRANTS,
                "GetLayerVersionPolicy",
                "AddLayerVersionPermission",
                "RemoveLayerVersionPermission"),
            cases(
                Scene.ALIGNED,
                "ListLayerVersions",
                "PublishLayerVersion",
                "AddLayerVersionPermission",
                "DeleteLayerVersion"),
            cases(Scene.BUCKETS, "HeadBucket", "HeadObject", "CopyObject", "DeleteObject"))
        .flatMap(cases -> cases);
  }

  private static Stream<Arguments> inOneRegion() {
    return Stream.concat(
        cases(Scene.CHANGED, "GetCallerIdentity"), cases(Scene.BUCKETS, "PutObject"));
  }

  private static Stream<Arguments> cases(Scene scene, String... operations) {
    return Arrays.stream(operations)
        .flatMap(
            operation ->
                Arrays.stream(Kind.values()).map(kind -> Arguments.of(scene, operation, kind)));
  }

  @ParameterizedTest(name = "{0}: {1} is {2}")
  @MethodSource("inEachRegion")
  void aFaultInEachRegionNeitherDoublesNorHidesAnything(
      Scene scene, String operation, Kind kind, @TempDir Path state) throws IOException {
    check(scene, Trouble.single(operation, kind.faults()), state);
  }

  @ParameterizedTest(name = "{0}: {1} is {2}")
  @MethodSource("inOneRegion")
  void faultsOfACallThatIsMadeOnceNeitherDoubleNorHideAnything(
      Scene scene, String operation, Kind kind, @TempDir Path state) throws IOException {
    check(scene, Trouble.inTurn(operation, kind.faults()), state);
  }

  private static void check(Scene scene, Trouble trouble, Path state) throws IOException {
    try (var aws = StrictLambdaEndpoint.start()) {
      aws.faults().slowBy(Duration.ofMillis(20));
      aws.faults().lateBy(Duration.ofMillis(100));
      var publishing = new Publishing(aws.uri(), state);
      scene.prepare(aws, layer);
      List<Wish> wishes = List.of(ThirtyRegions.wish(layer, scene.options()));
      Truth truth = new Truth(aws, publishing).under(trouble);

      List<PublishResult> results = truth.run(wishes);
      for (int i = 1; i < RUNS && !results.get(0).failures().isEmpty(); i++) {
        results = truth.run(wishes);
      }

      assertThat(trouble.size()).isPositive();
      truth.converge(wishes);
    }
  }
}
