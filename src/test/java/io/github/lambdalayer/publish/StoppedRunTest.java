package io.github.lambdalayer.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.archive.LayerDescriptor;
import io.github.lambdalayer.aws.Timing;
import io.github.lambdalayer.endpoint.Fault;
import io.github.lambdalayer.endpoint.StoredVersion;
import io.github.lambdalayer.layer.Permission;
import io.github.lambdalayer.publish.Publishing.Wish;
import io.github.lambdalayer.publish.TargetResult.Status;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the next run makes of a publish that an earlier one could not follow to its end. */
class StoppedRunTest extends OnStrictEndpoint {

  private static final String OTHER = "us-east-1";

  private LayerDescriptor layer;

  @BeforeEach
  void build() throws IOException {
    layer = layer().permissions("public").build();
    aws.faults().lateBy(Duration.ofMillis(700));
    publishing.timing =
        new Timing(Duration.ofSeconds(60), Duration.ofSeconds(75), FastPace.TIMES_50);
  }

  /** The answer is lost, and when the run looks for the version, its credentials have expired. */
  private TargetResult stop(Wish wish) {
    aws.failIn(Publishing.REGION, "PublishLayerVersion", Fault.PUBLISH_LATE);
    aws.faults(
        (operation, account, region, index) ->
            operation.equals("ListLayerVersions") && region.equals(Publishing.REGION) && index == 1
                ? Optional.of(Fault.EXPIRED_TOKEN)
                : Optional.empty());
    TargetResult stopped = publishing.publish(wish).targets().get(0);
    assertThat(stopped.status()).isEqualTo(Status.FAILED);
    return stopped;
  }

  private List<Long> numbers(String region) {
    return aws.versions(Scene.ACCOUNT, region, NAME).stream()
        .filter(version -> version.codeSha256().equals(layer.zip().codeSha256()))
        .map(StoredVersion::version)
        .toList();
  }

  @Test
  void isFinishedThoughTheAccountIsNotKnownAnyMore() {
    stop(Wish.of(layer, Publishing.REGION));
    aws.fail("GetCallerIdentity", Fault.ACCESS_DENIED);

    assertThat(publishing.publish(layer).isDone()).isTrue();
    assertThat(numbers(Publishing.REGION)).containsExactly(1L);
  }

  @Test
  void isFinishedThoughTheAccountWasNotKnownThen() {
    aws.fail("GetCallerIdentity", Fault.ACCESS_DENIED);
    stop(Wish.of(layer, Publishing.REGION));

    assertThat(publishing.publish(layer).isDone()).isTrue();
    assertThat(numbers(Publishing.REGION)).containsExactly(1L);
  }

  @Test
  void isFoundBeforeNumbersArePadded() {
    Wish wish = Wish.of(layer, Publishing.REGION, OTHER).with(new Options().alignVersions());
    stop(wish);
    for (String content : List.of("a", "b", "c")) {
      aws.publishByHand(Scene.ACCOUNT, OTHER, NAME, Contents.zip(content), content);
    }

    assertThat(publishing.publish(wish).failures()).isEmpty();
    assertThat(numbers(Publishing.REGION)).hasSize(1);
    assertThat(numbers(OTHER)).startsWith(5L);
  }

  @Test
  void isFinishedThoughAnOlderVersionHasTheSameContent() {
    publishing.publish(layer);
    stop(Wish.of(layer, Publishing.REGION).with(new Options().force()));

    TargetResult next = publishing.publish(layer);

    assertThat(next.status()).isEqualTo(TargetResult.Status.PUBLISHED);
    assertThat(next.version().orElseThrow().arn().version()).isEqualTo(2);
    assertThat(publishing.missing(NAME, new Permission.Everyone())).isEmpty();
    assertThat(aws.calls("PublishLayerVersion")).hasSize(2);
    assertThat(publishing.publish(layer).status()).isEqualTo(TargetResult.Status.KEPT);
  }
}
