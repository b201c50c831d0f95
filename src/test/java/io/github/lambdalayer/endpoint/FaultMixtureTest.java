package io.github.lambdalayer.endpoint;

import static io.github.lambdalayer.endpoint.Clients.OTHER;
import static io.github.lambdalayer.endpoint.Clients.OWNER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.LambdaException;
import software.amazon.awssdk.services.lambda.model.LayerVersionsListItem;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;

final class FaultMixtureTest extends WithEndpoint {
  private static final String PUBLISH = "PublishLayerVersion";
  private static final String LAYERS = "/2018-10-31/layers";

  @Test
  void aResetInTheMiddleReadsHalfTheBodyAndPublishesNothing() {
    endpoint.fail(PUBLISH, Fault.RESET_MIDDLE);
    var request = Clients.request("sdk", Zips.random(3_000_000)).build();

    assertThatThrownBy(() -> lambda.publishLayerVersion(request)).isInstanceOf(SdkException.class);
    assertThat(endpoint.versions(OWNER, REGION, "sdk")).isEmpty();
    RecordedCall call = endpoint.calls(PUBLISH).get(0);
    assertThat(call.status()).isZero();
    assertThat(call.requestBytes()).isBetween(1_900_000L, 2_100_000L);
  }

  @Test
  void aSlowCallWorksAndIsAnsweredLater() {
    endpoint.faults().slowBy(Duration.ofMillis(150));
    endpoint.fail(PUBLISH, Fault.SLOW);

    long began = System.nanoTime();
    assertThat(Clients.publish(lambda, "sdk").version()).isEqualTo(1);
    assertThat(System.nanoTime() - began).isGreaterThanOrEqualTo(150_000_000);
  }

  @Test
  void aLateVersionTakesItsNumberAtOnceAndIsSeenAfterAWhile() throws Exception {
    endpoint.faults().lateBy(Duration.ofMillis(1500));
    endpoint.fail(PUBLISH, Fault.PUBLISH_LATE);

    assertThatThrownBy(() -> Clients.publish(lambda, "sdk")).isInstanceOf(SdkException.class);
    assertThat(Clients.publish(lambda, "sdk").version()).isEqualTo(2);
    assertThat(listed()).containsExactly(2L);
    assertThatThrownBy(() -> lambda.getLayerVersion(get -> get.layerName("sdk").versionNumber(1L)))
        .isInstanceOf(ResourceNotFoundException.class);
    assertThat(endpoint.versions(OWNER, REGION, "sdk")).hasSize(2);
    Thread.sleep(1600);
    assertThat(listed()).containsExactly(2L, 1L);
  }

  @Test
  void aBadGatewayHidesWorkThatIsDone() {
    endpoint.fail(PUBLISH, Fault.BAD_GATEWAY_502_AFTER);

    assertThatThrownBy(() -> Clients.publish(lambda, "sdk"))
        .isInstanceOfSatisfying(
            LambdaException.class, e -> assertThat(e.statusCode()).isEqualTo(502));
    assertThat(endpoint.versions(OWNER, REGION, "sdk")).hasSize(1);
  }

  @Test
  void aFaultOfOneRegionWaitsForThatRegion() {
    endpoint.failIn("us-east-1", "ListLayers", Fault.ACCESS_DENIED);

    assertThat(lambda.listLayers().layers()).isEmpty();
    try (LambdaClient east = Clients.client(endpoint, OWNER, "us-east-1")) {
      assertThatThrownBy(east::listLayers).hasMessageContaining("authorized");
      assertThat(east.listLayers().layers()).isEmpty();
    }
  }

  @Test
  void aPlanIsAskedWithACountForEachOperationAccountAndRegion() {
    endpoint.faults(
        (operation, account, region, index) ->
            account.equals(OWNER) && region.equals(REGION) && index == 1
                ? Optional.of(Fault.ACCESS_DENIED)
                : Optional.empty());

    lambda.listLayers();
    lambda.getAccountSettings();
    try (LambdaClient other = Clients.client(endpoint, OTHER, REGION)) {
      other.listLayers();
      other.listLayers();
    }
    assertThatThrownBy(lambda::listLayers).hasMessageContaining("authorized");
    assertThat(lambda.listLayers().layers()).isEmpty();
  }

  @Test
  void throttledClientsMayBeToldToComeBackAtOnce() {
    endpoint.faults().retryAfter(0);
    endpoint.fail("ListLayers", Fault.THROTTLE);

    HttpResponse<String> response = RawCall.send(RawCall.signed(endpoint, LAYERS));
    assertThat(response.headers().firstValue("Retry-After")).contains("0");
    assertThat(response.body()).contains("\"Reason\":\"CallerRateLimitExceeded\"");
  }

  @Test
  void eachCallLastsAtLeastAsLongAsTheLatency() {
    endpoint.faults().latency(Duration.ofMillis(120));

    long began = System.nanoTime();
    lambda.listLayers();
    assertThat(System.nanoTime() - began).isGreaterThanOrEqualTo(120_000_000);
  }

  @Test
  void anAccountIsDeniedAnActionUntilItIsAllowed() {
    endpoint.faults().deny(OWNER, "lambda:ListLayers");

    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(lambda::listLayers)
          .isInstanceOfSatisfying(
              LambdaException.class,
              e -> {
                assertThat(e.awsErrorDetails().errorCode()).isEqualTo("AccessDeniedException");
                assertThat(e).hasMessageContaining("lambda:ListLayers");
              });
    }
    endpoint.faults().allow(OWNER, "ListLayers");
    assertThat(lambda.listLayers().layers()).isEmpty();
  }

  @Test
  void callsAboveTheRateAreThrottledForTheirAccountAndRegionOnly() {
    endpoint.limitRate(3);

    for (int i = 0; i < 2; i++) {
      lambda.listLayers();
    }
    lambda.getAccountSettings();
    assertThatThrownBy(lambda::listLayers)
        .isInstanceOfSatisfying(
            LambdaException.class, e -> assertThat(e.statusCode()).isEqualTo(429));
    try (LambdaClient other = Clients.client(endpoint, OTHER, REGION)) {
      assertThat(other.listLayers().layers()).isEmpty();
    }
    assertThat(endpoint.peakRate()).isEqualTo(4);
  }

  @Test
  void theRateIsFreeAgainAfterASecond() throws Exception {
    endpoint.limitRate(1);
    lambda.listLayers();
    Thread.sleep(1050);
    assertThat(lambda.listLayers().layers()).isEmpty();
    assertThat(endpoint.peakRate()).isEqualTo(1);
  }

  private List<Long> listed() {
    return lambda.listLayerVersions(list -> list.layerName("sdk")).layerVersions().stream()
        .map(LayerVersionsListItem::version)
        .toList();
  }
}
