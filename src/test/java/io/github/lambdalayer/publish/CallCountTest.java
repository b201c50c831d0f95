package io.github.lambdalayer.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.archive.LayerDescriptor;
import io.github.lambdalayer.aws.Pace;
import io.github.lambdalayer.aws.Timing;
import io.github.lambdalayer.endpoint.RecordedCall;
import io.github.lambdalayer.publish.Publishing.Wish;
import io.github.lambdalayer.publish.TargetResult.Status;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** How often AWS is called. */
class CallCountTest extends OnStrictEndpoint {

  /** What Lambda takes in a second, of all publishers to one region of an account together. */
  private static final int TAKEN = 15;

  @Test
  void anUnchangedLayerCostsThreeSmallCallsInEachRegion() throws IOException {
    LayerDescriptor layer = layer().permissions(ThirtyRegions.PERMISSIONS).build();
    Wish wish = ThirtyRegions.wish(layer, new Options());
    publishing.publish(wish);
    aws.clearCalls();

    assertThat(publishing.publish(wish).targets())
        .allSatisfy(target -> assertThat(target.status()).isEqualTo(Status.KEPT));

    List<RecordedCall> calls =
        aws.calls().stream().filter(c -> !c.operation().equals("GetCallerIdentity")).toList();
    assertThat(calls).allSatisfy(call -> assertThat(call.requestBytes()).isZero());
    assertThat(
            calls.stream()
                .collect(Collectors.groupingBy(RecordedCall::region, Collectors.counting())))
        .hasSize(ThirtyRegions.CODES.size())
        .allSatisfy((region, count) -> assertThat(count).isLessThanOrEqualTo(3));
  }

  @Test
  void aFirstPublishWithItsGrantsCostsAFewCallsInEachRegion() throws IOException {
    LayerDescriptor layer = layer().permissions("public").build();

    assertThat(publishing.publish(ThirtyRegions.wish(layer, new Options())).targets())
        .allSatisfy(target -> assertThat(target.status()).isEqualTo(Status.PUBLISHED));

    assertThat(
            aws.calls().stream()
                .filter(call -> !call.operation().equals("GetCallerIdentity"))
                .collect(Collectors.groupingBy(RecordedCall::region, Collectors.counting())))
        .hasSize(ThirtyRegions.CODES.size())
        .allSatisfy((region, count) -> assertThat(count).isLessThanOrEqualTo(9));
  }

  /** Each run has a connection for each layer; a limit of its own would let through six times as much. */
  @Test
  void twoRunsWithSeveralLayersStayBelowTheRateTogether() throws Exception {
    publishing.timing = new Timing(Duration.ofSeconds(60), Duration.ofSeconds(15), Pace.REAL);
    aws.limitRate(TAKEN);
    ExecutorService executor = Executors.newFixedThreadPool(2);
    try {
      List<Callable<List<PublishResult>>> runs = List.of(run("first", 3), run("second", 3));
      for (Future<List<PublishResult>> run : executor.invokeAll(runs)) {
        assertThat(run.get()).allSatisfy(result -> assertThat(result.failures()).isEmpty());
      }
    } finally {
      executor.shutdownNow();
    }

    assertThat(aws.calls()).extracting(RecordedCall::status).doesNotContain(429);
    assertThat(aws.peakRate()).isBetween(10, TAKEN);
  }

  private Callable<List<PublishResult>> run(String prefix, int layers) throws IOException {
    var wishes = new ArrayList<Wish>();
    for (int i = 0; i < layers; i++) {
      String name = prefix + "-" + i;
      LayerDescriptor layer =
          new BuiltLayer(folder.resolve(name), name).permissions(ThirtyRegions.PERMISSIONS).build();
      wishes.add(Wish.of(layer, "eu-west-1", "us-east-1"));
    }
    return () -> publishing.publishAll(wishes);
  }
}
