package io.github.lambdalayer.endpoint;

import static io.github.lambdalayer.endpoint.RawCall.AUTHORIZATION;
import static io.github.lambdalayer.endpoint.RawCall.DATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.LambdaException;

final class CredentialsTest {
  private static final String LAYERS = "/2018-10-31/layers";

  private static StrictLambdaEndpoint endpoint;

  @BeforeAll
  static void start() {
    endpoint = StrictLambdaEndpoint.start();
  }

  @AfterAll
  static void close() {
    endpoint.close();
  }

  @Test
  void aCallWithoutCredentialsIsRefused() {
    assertRefused(RawCall.unsigned(endpoint, LAYERS), "MissingAuthenticationTokenException");
  }

  @Test
  void anIncompleteSignatureIsRefused() {
    for (String header :
        new String[] {
          "Basic YTpi",
          AUTHORIZATION.replace("Credential=", "Key="),
          AUTHORIZATION.replace("/eu-west-1", ""),
          AUTHORIZATION.replace("SignedHeaders=host;x-amz-date, ", ""),
          AUTHORIZATION.substring(0, AUTHORIZATION.length() - 1)
        }) {
      assertRefused(request(header), "IncompleteSignatureException");
    }
    assertRefused(
        RawCall.unsigned(endpoint, LAYERS).header("Authorization", AUTHORIZATION),
        "IncompleteSignatureException");
  }

  @Test
  void aSignatureForAnotherPurposeIsRefused() {
    for (String header :
        new String[] {
          RawCall.authorization("AKIA", "sqs"),
          AUTHORIZATION.replace("aws4_request", "aws5_request"),
          AUTHORIZATION.replace("20260102", "20260103"),
          AUTHORIZATION.replace("host;", "")
        }) {
      assertRefused(request(header), "InvalidSignatureException");
    }
  }

  @Test
  void theWrongAccessKeyIsRefusedAndTheSdkSaysSo() {
    try (LambdaClient lambda =
        Clients.builder(endpoint, StrictLambdaEndpoint.WRONG_ACCESS_KEY_ID, "eu-west-1").build()) {
      assertThatThrownBy(lambda::listLayers)
          .isInstanceOfSatisfying(
              LambdaException.class,
              e -> {
                assertThat(e.statusCode()).isEqualTo(403);
                assertThat(e.awsErrorDetails().errorCode())
                    .isEqualTo("UnrecognizedClientException");
                assertThat(e.awsErrorDetails().errorMessage())
                    .isEqualTo("The security token included in the request is invalid.");
                assertThat(e.requestId()).isNotBlank();
              });
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/2018-10-31/layers/a",
        "/2018-10-31/layers/a/versions/1/policy/sid/x",
        "/2018-10-31/layers?find=Other",
        "/2015-03-31/event-source-mappings",
        "/2018-10-31/layers/%C3%28"
      })
  void anythingElseIsAnUnknownOperation(String path) {
    HttpResponse<String> response = RawCall.send(RawCall.signed(endpoint, path));
    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(RawCall.errorType(response)).isEqualTo("UnknownOperationException");
    assertThat(endpoint.calls("Unknown")).isNotEmpty();
  }

  @Test
  void theMethodBelongsToTheOperation() {
    HttpResponse<String> response =
        RawCall.send(
            RawCall.signed(endpoint, LAYERS + "/a/versions")
                .PUT(HttpRequest.BodyPublishers.ofString("{}")));
    assertThat(response.statusCode()).isEqualTo(404);
  }

  private static HttpRequest.Builder request(String authorization) {
    return RawCall.unsigned(endpoint, LAYERS)
        .header("Authorization", authorization)
        .header("X-Amz-Date", DATE);
  }

  private static void assertRefused(HttpRequest.Builder request, String errorType) {
    HttpResponse<String> response = RawCall.send(request);
    assertThat(response.statusCode()).isEqualTo(403);
    assertThat(RawCall.errorType(response)).isEqualTo(errorType);
  }
}
