package io.github.lambdalayer.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.layer.LayerName;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.LayerVersionsListItem;
import software.amazon.awssdk.services.lambda.model.ListLayerVersionsRequest;
import software.amazon.awssdk.services.lambda.model.ListLayerVersionsResponse;

final class LambdaLayersTest {

  private static final LayerName NAME = new LayerName("sdk");

  private final Queue<ListLayerVersionsResponse> pages = new ArrayDeque<>();
  private final List<String> markers = new ArrayList<>();

  /** Answers with the pages in their order. */
  private final class Pages implements LambdaClient {

    @Override
    public ListLayerVersionsResponse listLayerVersions(ListLayerVersionsRequest request) {
      markers.add(String.valueOf(request.marker()));
      return pages.remove();
    }

    @Override
    public String serviceName() {
      return SERVICE_NAME;
    }

    @Override
    public void close() {}
  }

  private void page(@Nullable String next, long... versions) {
    pages.add(
        ListLayerVersionsResponse.builder()
            .layerVersions(Arrays.stream(versions).mapToObj(LambdaLayersTest::item).toList())
            .nextMarker(next)
            .build());
  }

  private static LayerVersionsListItem item(long version) {
    return LayerVersionsListItem.builder()
        .version(version)
        .layerVersionArn("arn:aws:lambda:eu-west-1:123456789012:layer:sdk:" + version)
        .build();
  }

  private List<Long> all() {
    return layers().all(NAME).stream().map(LambdaLayers.Listed::number).toList();
  }

  private LambdaLayers layers() {
    var pace = new FakePace();
    var calls =
        new LambdaCalls(
            RateLimiter.of(pace, "123456789012", "eu-west-1"),
            new Retries(new Timing(Duration.ofSeconds(5), Duration.ofSeconds(5), pace)),
            new CallErrors("eu-west-1", "http://127.0.0.1"));
    return new LambdaLayers(new Pages(), calls);
  }

  @Test
  void anEmptyPageEndsNothingWhileAMarkerFollows() {
    page("a", 9, 8);
    page("b");
    page(null, 3);

    assertThat(all()).containsExactly(9L, 8L, 3L);
    assertThat(markers).containsExactly("null", "a", "b");
  }

  @Test
  void theNewestOnesAreThoseOfTheFirstPageThatHasAny() {
    page("a");
    page("b", 9, 8);

    assertThat(layers().newestOnes(NAME)).hasSize(2);
    assertThat(markers).containsExactly("null", "a");
  }

  @Test
  void anEmptyMarkerIsNone() {
    page("", 9, 8);

    assertThat(all()).containsExactly(9L, 8L);
    assertThat(pages).isEmpty();
  }
}
