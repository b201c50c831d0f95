package io.github.lambdalayer.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.archive.LayerDescriptor;
import io.github.lambdalayer.endpoint.StoredVersion;
import io.github.lambdalayer.publish.TargetResult.Status;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two machines publish one layer at the same moment. */
class TwoPublishersTest extends OnStrictEndpoint {

  @ParameterizedTest(name = "contents: {0}")
  @ValueSource(strings = {"same, same", "one, other"})
  void bothEndWithAVersionAndItsGrantsEverywhere(String contents) throws Exception {
    String[] content = contents.split(", ", 2);
    LayerDescriptor first = layer("first", content[0]);
    LayerDescriptor second = layer("second", content[1]);
    var ready = new CountDownLatch(2);
    ExecutorService executor = Executors.newFixedThreadPool(2);
    try {
      List<Future<PublishResult>> results =
          List.of(
              executor.submit(() -> publish("first", first, ready)),
              executor.submit(() -> publish("second", second, ready)));

      check(results.get(0).get(), first);
      check(results.get(1).get(), second);
    } finally {
      executor.shutdownNow();
    }
  }

  private LayerDescriptor layer(String publisher, String content) throws IOException {
    return new BuiltLayer(folder.resolve(publisher), NAME)
        .content(content)
        .permissions(ThirtyRegions.PERMISSIONS)
        .build();
  }

  private PublishResult publish(String publisher, LayerDescriptor layer, CountDownLatch ready)
      throws InterruptedException {
    var own = new Publishing(aws.uri(), folder.resolve(publisher + "-state"));
    ready.countDown();
    ready.await();
    return own.publish(ThirtyRegions.wish(layer, new Options()));
  }

  private void check(PublishResult result, LayerDescriptor layer) {
    assertThat(result.targets()).hasSize(ThirtyRegions.CODES.size());
    for (TargetResult target : result.targets()) {
      assertThat(target.status()).isIn(Status.PUBLISHED, Status.KEPT);
      long number = target.version().orElseThrow().arn().version();
      assertThat(aws.versions(Scene.ACCOUNT, target.region(), NAME))
          .as(target.region())
          .filteredOn(version -> version.version() == number)
          .singleElement()
          .satisfies(version -> checkVersion(version, layer));
    }
  }

  private static void checkVersion(StoredVersion version, LayerDescriptor layer) {
    assertThat(version.codeSha256()).isEqualTo(layer.zip().codeSha256());
    assertThat(version.statements()).hasSize(ThirtyRegions.PERMISSIONS.length);
  }
}
