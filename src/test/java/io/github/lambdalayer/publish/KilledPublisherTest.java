package io.github.lambdalayer.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.endpoint.Fault;
import io.github.lambdalayer.endpoint.OtherJvm;
import io.github.lambdalayer.endpoint.StrictLambdaEndpoint;
import io.github.lambdalayer.publish.Publishing.Wish;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A second JVM is killed while it publishes, and the next run in this one finishes its work. */
class KilledPublisherTest {

  private static final Duration LATE = Duration.ofMillis(500);

  @TempDir Path folder;

  private OtherJvm publisher;

  @BeforeEach
  void prepare() {
    publisher = new OtherJvm(folder.resolve("output.txt"));
  }

  @AfterEach
  void forget() {
    publisher.kill();
    Publishing.noCredentials();
  }

  @ParameterizedTest(name = "at {0} number {1}, which meets {2}, aligned: {3}")
  @CsvSource({
    "PublishLayerVersion, 1, PUBLISH_LATE, false",
    "PublishLayerVersion, 6, RESET_MIDDLE, false",
    "PublishLayerVersion, 10, PUBLISH_LATE, false",
    "AddLayerVersionPermission, 13, RESET_BEFORE, false",
    "GetLayerVersion, 17, ANSWER_LOST, false",
    "PublishLayerVersion, 22, PUBLISH_LATE, true"
  })
  void whatAKilledRunHasBegunIsFinishedAndNotRepeated(
      String operation, int number, Fault fault, boolean isAligned) throws Exception {
    try (var aws = StrictLambdaEndpoint.start()) {
      aws.faults().lateBy(LATE);
      if (isAligned) {
        old(aws);
      }
      killAt(aws, operation, number, fault);
      assertThat(runUntilKilled(aws, isAligned)).as("exit status").isNotZero();

      finish(aws, isAligned);
    }
  }

  @ParameterizedTest(name = "within {0} ms of the first publish")
  @CsvSource({"10", "100"})
  void aRunThatIsKilledAtAnyMomentIsFinished(int most) throws Exception {
    try (var aws = StrictLambdaEndpoint.start()) {
      aws.faults().latency(Duration.ofMillis(10));
      long delay = new Random().nextInt(most + 1);
      aws.faults(
          (operation, account, region, index) -> {
            if (operation.equals("PublishLayerVersion") && region.equals("us-east-1")) {
              killIn(delay);
            }
            return Optional.empty();
          });
      assertThat(runUntilKilled(aws, false)).as("exit status").isNotZero();

      finish(aws, false);
    }
  }

  /** Regions with different numbers, so that some of them get padding. */
  private static void old(StrictLambdaEndpoint aws) {
    for (int i = 0; i < PublishMain.REGIONS.size(); i++) {
      for (int version = 0; version < i % 4; version++) {
        aws.publishByHand(
            Scene.ACCOUNT,
            PublishMain.REGIONS.get(i),
            PublishMain.LAYER,
            Contents.zip("old " + version),
            "old");
      }
    }
  }

  private void killAt(StrictLambdaEndpoint aws, String wanted, int number, Fault fault) {
    var left = new int[] {number};
    aws.faults(
        (operation, account, region, index) -> {
          if (left[0] > 0 && operation.equals(wanted) && --left[0] == 0) {
            publisher.kill();
            return Optional.of(fault);
          }
          return Optional.empty();
        });
  }

  private void killIn(long millis) {
    Thread killer =
        new Thread(
            () -> {
              try {
                Thread.sleep(millis);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              publisher.kill();
            });
    killer.setDaemon(true);
    killer.start();
  }

  private int runUntilKilled(StrictLambdaEndpoint aws, boolean isAligned)
      throws IOException, InterruptedException {
    String endpoint = aws.uri().toString();
    return isAligned
        ? publisher.run(PublishMain.class, endpoint, folder.toString(), "aligned")
        : publisher.run(PublishMain.class, endpoint, folder.toString());
  }

  /** One run finishes everything, and each content is there once. */
  private void finish(StrictLambdaEndpoint aws, boolean isAligned) throws IOException {
    Publishing publishing = PublishMain.publishing(aws.uri(), folder);
    Wish wish = PublishMain.wish(folder.resolve("here"), isAligned);
    new Truth(aws, publishing).converge(List.of(wish));
    for (String region : PublishMain.REGIONS) {
      assertThat(aws.versions(Scene.ACCOUNT, region, PublishMain.LAYER))
          .as(region)
          .filteredOn(v -> v.codeSha256().equals(wish.layer().zip().codeSha256()))
          .hasSize(1);
    }
    assertThat(publishing.state()).isDirectoryNotContaining("glob:**/.publishing-*");
  }
}
