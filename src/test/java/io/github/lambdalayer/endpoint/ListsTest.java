package io.github.lambdalayer.endpoint;

import static io.github.lambdalayer.endpoint.Clients.OWNER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvalidParameterValueException;
import software.amazon.awssdk.services.lambda.model.LayerVersionsListItem;
import software.amazon.awssdk.services.lambda.model.LayersListItem;

final class ListsTest {
  private static final String PATH = "/2018-10-31/layers/sdk/versions";

  private StrictLambdaEndpoint endpoint;
  private LambdaClient lambda;

  @BeforeEach
  void start() {
    endpoint = StrictLambdaEndpoint.start();
    lambda = Clients.client(endpoint, OWNER, "eu-west-1");
  }

  @AfterEach
  void close() {
    lambda.close();
    endpoint.close();
  }

  @Test
  void versionsComeNewestFirstWithoutTheirDigest() {
    publish("sdk", "java17", "arm64");
    publish("sdk", "java21", "x86_64");

    assertThat(versions()).containsExactly(2L, 1L);
    String body = RawCall.send(RawCall.signed(endpoint, PATH)).body();
    assertThat(body).contains("\"LayerVersionArn\"", "\"java21\"").doesNotContain("Sha256");
    LayerVersionsListItem newest =
        lambda.listLayerVersions(list -> list.layerName("sdk")).layerVersions().get(0);
    assertThat(newest.description()).isEqualTo("for java21");
    assertThat(newest.compatibleArchitecturesAsStrings()).containsExactly("x86_64");
  }

  @Test
  void anUnknownLayerHasAnEmptyList() {
    assertThat(versions()).isEmpty();
    assertThat(lambda.listLayers().layers()).isEmpty();
  }

  @Test
  void versionsAreFiltered() {
    publish("sdk", "java17", "arm64");
    publish("sdk", "java21", "x86_64");
    publish("sdk", "java17", "x86_64");

    assertThat(
            lambda
                .listLayerVersions(list -> list.layerName("sdk").compatibleRuntime("java17"))
                .layerVersions())
        .extracting(LayerVersionsListItem::version)
        .containsExactly(3L, 1L);
    assertThat(
            lambda
                .listLayerVersions(
                    list ->
                        list.layerName("sdk")
                            .compatibleRuntime("java17")
                            .compatibleArchitecture("arm64"))
                .layerVersions())
        .extracting(LayerVersionsListItem::version)
        .containsExactly(1L);
  }

  @Test
  void versionsArePagedByFiftyAndByLess() {
    for (int i = 0; i < 53; i++) {
      Clients.publish(lambda, "sdk");
    }
    assertThat(lambda.listLayerVersions(list -> list.layerName("sdk")).layerVersions()).hasSize(50);
    assertThat(versions()).hasSize(53).isSortedAccordingTo((a, b) -> Long.compare(b, a));
    endpoint.clearCalls();
    assertThat(
            lambda.listLayerVersionsPaginator(list -> list.layerName("sdk").maxItems(10)).stream()
                .flatMap(page -> page.layerVersions().stream())
                .map(LayerVersionsListItem::version))
        .hasSize(53)
        .doesNotHaveDuplicates();
    assertThat(endpoint.calls("ListLayerVersions")).hasSize(6);
  }

  @Test
  void aMarkerOutlivesTheVersionItNames() {
    for (int i = 0; i < 3; i++) {
      Clients.publish(lambda, "sdk");
    }
    String marker =
        lambda.listLayerVersions(list -> list.layerName("sdk").maxItems(2)).nextMarker();
    lambda.deleteLayerVersion(delete -> delete.layerName("sdk").versionNumber(2L));

    assertThat(
            lambda.listLayerVersions(list -> list.layerName("sdk").marker(marker)).layerVersions())
        .extracting(LayerVersionsListItem::version)
        .containsExactly(1L);
  }

  @Test
  void layersAreListedWithTheirLatestMatchingVersion() {
    publish("beta", "java17", "arm64");
    publish("beta", "java21", "arm64");
    publish("alpha", "java21", "arm64");
    publish("gone", "java17", "arm64");
    lambda.deleteLayerVersion(delete -> delete.layerName("gone").versionNumber(1L));

    assertThat(lambda.listLayersPaginator(list -> list.maxItems(1)).layers())
        .extracting(LayersListItem::layerName)
        .containsExactly("alpha", "beta");
    LayersListItem item =
        lambda.listLayers(list -> list.compatibleRuntime("java17")).layers().get(0);
    assertThat(item.layerArn()).endsWith(":layer:beta");
    assertThat(item.latestMatchingVersion().version()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MaxItems=0",
        "MaxItems=51",
        "MaxItems=many",
        "CompatibleRuntime=java99",
        "CompatibleArchitecture=riscv",
        "Marker=%25"
      })
  void anOddQueryIsRefused(String query) {
    Clients.publish(lambda, "sdk");
    for (String path : List.of(PATH, "/2018-10-31/layers")) {
      var response = RawCall.send(RawCall.signed(endpoint, path + "?" + query));
      assertThat(response.statusCode()).isEqualTo(400);
      assertThat(RawCall.errorType(response)).isEqualTo("InvalidParameterValueException");
    }
  }

  @Test
  void aVersionNumberStartsAtOne() {
    assertThatThrownBy(() -> lambda.getLayerVersion(get -> get.layerName("a").versionNumber(0L)))
        .isInstanceOf(InvalidParameterValueException.class)
        .hasMessageContaining("Layer Version Cannot be less than 1.");
    assertThatThrownBy(
            () -> lambda.getLayerVersionByArn(get -> get.arn("arn:aws:lambda:a:1:layer:sdk")))
        .isInstanceOf(InvalidParameterValueException.class)
        .hasMessageContaining("at 'arn'");
  }

  private void publish(String name, String runtime, String architecture) {
    lambda.publishLayerVersion(
        Clients.request(name, Zips.of("a.txt", runtime))
            .description("for " + runtime)
            .compatibleRuntimesWithStrings(runtime)
            .compatibleArchitecturesWithStrings(architecture)
            .build());
  }

  private List<Long> versions() {
    return lambda.listLayerVersionsPaginator(list -> list.layerName("sdk")).layerVersions().stream()
        .map(LayerVersionsListItem::version)
        .toList();
  }
}
