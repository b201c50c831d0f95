package io.github.lambdalayer.endpoint;

import static io.github.lambdalayer.endpoint.Clients.OWNER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.LambdaException;

final class FaultsTest extends WithEndpoint {
  private static final String PUBLISH = "PublishLayerVersion";

  @ParameterizedTest
  @CsvSource({
    "THROTTLE,429,TooManyRequestsException,0",
    "SERVICE_EXCEPTION_500,500,ServiceException,0",
    "SERVICE_EXCEPTION_500_AFTER,500,ServiceException,1",
    "HTML_503,503,,0",
    "ACCESS_DENIED,403,AccessDeniedException,0",
    "EXPIRED_TOKEN,403,ExpiredTokenException,0"
  })
  void anErrorIsAnsweredOnce(Fault fault, int status, String code, int published) {
    endpoint.fail(PUBLISH, fault);

    assertThatThrownBy(() -> Clients.publish(lambda, "sdk"))
        .isInstanceOfSatisfying(
            LambdaException.class,
            e -> {
              assertThat(e.statusCode()).isEqualTo(status);
              assertThat(e.awsErrorDetails().errorCode()).isEqualTo(code);
            });
    assertOutcome(status, published);
  }

  @ParameterizedTest
  @CsvSource({"RESET_BEFORE,0,0", "ANSWER_LOST,0,1", "ANSWER_CUT,201,1", "ANSWER_GARBLED,201,1"})
  void aBrokenAnswerIsMetOnceByAClientThatDoesNotRetry(Fault fault, int status, int published) {
    endpoint.fail(PUBLISH, fault);

    assertThatThrownBy(() -> Clients.publish(lambda, "sdk")).isInstanceOf(SdkException.class);
    assertOutcome(status, published);
  }

  @ParameterizedTest
  @EnumSource(names = {"ANSWER_LOST", "ANSWER_CUT", "ANSWER_GARBLED"})
  void theSdksDefaultRetriesPublishTwice(Fault fault) {
    endpoint.fail(PUBLISH, fault);
    try (LambdaClient retrying = Clients.builder(endpoint, "AKIA" + OWNER, REGION).build()) {
      assertThat(Clients.publish(retrying, "sdk").version()).isEqualTo(2);
    }
    assertThat(endpoint.calls(PUBLISH)).hasSize(2);
  }

  @Test
  void faultsWaitInLineAndForTheirOperation() {
    endpoint.fail(PUBLISH, Fault.ACCESS_DENIED);
    endpoint.fail(PUBLISH, Fault.EXPIRED_TOKEN);

    assertThat(lambda.listLayers().layers()).isEmpty();
    assertThatThrownBy(() -> Clients.publish(lambda, "sdk")).hasMessageContaining("authorized");
    assertThatThrownBy(() -> Clients.publish(lambda, "sdk")).hasMessageContaining("expired");
    assertThat(Clients.publish(lambda, "sdk").version()).isEqualTo(1);
  }

  @Test
  void aThrottledClientIsToldWhenToComeBack() {
    endpoint.fail("ListLayers", Fault.THROTTLE);
    HttpResponse<String> response = RawCall.send(RawCall.signed(endpoint, "/2018-10-31/layers"));
    assertThat(response.headers().firstValue("Retry-After")).contains("1");
  }

  @Test
  void anAnswerIsCutInTheMiddle() {
    endpoint.fail("ListLayers", Fault.ANSWER_CUT);
    assertThatThrownBy(() -> RawCall.send(RawCall.signed(endpoint, "/2018-10-31/layers")))
        .isInstanceOf(UncheckedIOException.class);
    assertThat(endpoint.calls()).extracting(RecordedCall::status).containsExactly(200);
  }

  @Test
  void aGrantIsAddedOnceThoughItsAnswerIsLost() {
    Clients.publish(lambda, "sdk");
    endpoint.fail("AddLayerVersionPermission", Fault.ANSWER_LOST);

    assertThatThrownBy(
            () ->
                lambda.addLayerVersionPermission(
                    add ->
                        add.layerName("sdk")
                            .versionNumber(1L)
                            .statementId("one")
                            .action("lambda:GetLayerVersion")
                            .principal("*")))
        .isInstanceOf(SdkException.class);
    assertThat(endpoint.calls("AddLayerVersionPermission")).hasSize(1);
    assertThat(endpoint.versions(OWNER, REGION, "sdk").get(0).statements()).hasSize(1);
  }

  /** The JDK's URL connection repeats a call without a body by itself, whatever the SDK is told. */
  @Test
  void aLostAnswerToACallWithoutABodyIsRepeatedBelowTheSdk() {
    endpoint.fail("GetAccountSettings", Fault.ANSWER_LOST);
    endpoint.fail("DeleteLayerVersion", Fault.ANSWER_LOST);
    endpoint.fail("DeleteLayerVersion", Fault.ANSWER_CUT);

    lambda.getAccountSettings();
    ThrowingCallable delete =
        () -> lambda.deleteLayerVersion(request -> request.layerName("sdk").versionNumber(1L));
    assertThatThrownBy(delete).isInstanceOf(SdkException.class);
    assertThat(endpoint.calls("GetAccountSettings"))
        .extracting(RecordedCall::status)
        .containsExactly(0, 200);
    assertThat(endpoint.calls("DeleteLayerVersion"))
        .extracting(RecordedCall::status)
        .containsExactly(0, 0);
  }

  private void assertOutcome(int status, int published) {
    assertThat(endpoint.calls()).extracting(RecordedCall::status).containsExactly(status);
    assertThat(endpoint.versions(OWNER, REGION, "sdk")).hasSize(published);
  }
}
