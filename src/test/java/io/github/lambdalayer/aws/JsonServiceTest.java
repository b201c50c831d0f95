package io.github.lambdalayer.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.gson.JsonObject;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.lambdalayer.aws.LambdaCallException.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** Requests that are made by hand, and what comes back. */
final class JsonServiceTest {

  private record Canned(int status, String type, String body) {}

  private final Deque<Canned> answers = new ArrayDeque<>();
  private final List<String> seen = new ArrayList<>();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange http) throws IOException {
    try (http) {
      String body = new String(http.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      seen.add(
          String.join(
              " ",
              http.getRequestMethod(),
              http.getRequestURI().toString(),
              String.valueOf(http.getRequestHeaders().getFirst("X-Amz-Target")),
              body));
      seen.add(String.valueOf(http.getRequestHeaders().getFirst("Authorization")));
      seen.add(String.valueOf(http.getRequestHeaders().getFirst("X-Amz-Security-Token")));
      Canned canned = answers.isEmpty() ? new Canned(200, "", "{\"a\":\"b\"}") : answers.remove();
      byte[] bytes = canned.body().getBytes(StandardCharsets.UTF_8);
      if (!canned.type().isEmpty()) {
        http.getResponseHeaders().set("x-amzn-ErrorType", canned.type());
      }
      http.sendResponseHeaders(canned.status(), bytes.length == 0 ? -1 : bytes.length);
      http.getResponseBody().write(bytes);
    }
  }

  private String call(String path, JsonRequest request) {
    Duration minute = Duration.ofSeconds(60);
    URI endpoint = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    try (var clients =
        new Clients(
            new AwsSettings(
                Identity.DEFAULT, endpoint, null, new Timing(minute, minute, new FakePace())),
            StaticCredentialsProvider.create(
                AwsSessionCredentials.create("AKIATEST", "the-secret", "the-token")),
            Clients.http(null))) {
      return new JsonService(clients, "ssm", "eu-west-1", JsonErrors.Fixes.NONE)
          .call(request, answer -> answer.text("a"));
    }
  }

  private static JsonRequest put() {
    var body = new JsonObject();
    body.addProperty("Name", "n");
    return JsonRequest.target("AmazonSSM", "PutParameter", body);
  }

  private LambdaCallException refused(int status, String type, String body) {
    answers.add(new Canned(status, type, body));
    return assertThatExceptionOfType(LambdaCallException.class)
        .isThrownBy(() -> call("", put()))
        .actual();
  }

  @Test
  void aRequestIsSignedForItsServiceAndRegion() {
    assertThat(call("", put())).isEqualTo("b");

    assertThat(seen.get(0)).isEqualTo("POST / AmazonSSM.PutParameter {\"Name\":\"n\"}");
    assertThat(seen.get(1))
        .matches("AWS4-HMAC-SHA256 Credential=AKIATEST/\\d{8}/eu-west-1/ssm/aws4_request.*");
    assertThat(seen.get(2)).isEqualTo("the-token");
  }

  @Test
  void thePathOfAnEndpointStays() {
    call("/base/", JsonRequest.get("DescribeSigningJob", "/signing-jobs/1", Map.of("a", "b")));

    assertThat(seen.get(0)).startsWith("GET /base/signing-jobs/1?a=b null");
  }

  @ParameterizedTest
  @CsvSource({
    "400, '', '{\"__type\":\"ThrottlingException\"}'",
    "400, '', '{\"__type\":\"com.amazonaws.ssm#TooManyUpdates\",\"message\":\"later\"}'",
    "429, TooManyRequestsException, {}",
    "500, '', '{\"__type\":\"InternalServerError\"}'",
    "503, '', <html>Service Unavailable</html>",
    "200, '', <html>Sign in</html>",
    "200, '', {}",
    "302, '', ''"
  })
  void whatMayPassIsTriedAgain(int status, String type, String body) {
    answers.add(new Canned(status, type, body));

    assertThat(call("", put())).isEqualTo("b");
  }

  @Test
  void aRefusalSaysWhatToAllow() {
    LambdaCallException refused =
        refused(400, "", "{\"__type\":\"AccessDeniedException\",\"Message\":\"not you\"}");

    assertThat(refused.kind()).isEqualTo(Kind.REFUSED);
    assertThat(refused.isDenied()).isTrue();
    assertThat(refused)
        .hasMessageMatching(
            "PutParameter was answered with 400 AccessDeniedException by 127.0.0.1 \\(request"
                + " unknown\\): not you. Allow the action ssm:PutParameter to this identity\\.");
  }

  @Test
  void credentialsThatAreWrongOrOldAreToldAsSuch() {
    assertThat(refused(400, "", "{\"__type\":\"UnrecognizedClientException\"}"))
        .hasMessageContaining("Check the credentials");
    assertThat(refused(400, "", "{\"__type\":\"ExpiredTokenException\"}"))
        .hasMessageContaining("The credentials have expired");
    assertThat(
            refused(
                400,
                "InvalidSignatureException",
                "{\"message\":\"Signature expired: 20260101T000000Z is now earlier\"}"))
        .hasMessageContaining("Set this machine's clock.");
  }

  @Test
  void noSecretIsInAMessage() {
    assertThat(refused(403, "SomeException", "{}").getMessage())
        .doesNotContain("the-secret", "the-token", "AWS4");
  }

  @Test
  void theRequestThatWasExpectedIsNotShown() {
    LambdaCallException refused =
        refused(
            403,
            "InvalidSignatureException",
            "{\"message\":\"The signatures do not match.\\n\\nThe Canonical String for this request should"
                + " have been\\n'POST\\n/\\nx-amz-security-token:the-token\\n'\"}");

    assertThat(refused)
        .hasMessageContaining("The signatures do not match. Check the credentials")
        .hasMessageNotContaining("Canonical");
    assertThat(refused(403, "SomeException", "{\"message\":\"X-Amz-Security-Token: the-token\"}"))
        .hasMessageContaining("x-amz-security-token (not shown)")
        .hasMessageNotContaining("the-token");
  }

  @Test
  void aServiceThatIsNotInTheRegionIsToldAsSuch() {
    JsonErrors.Fixes fixes = (operation, code) -> "AWS Signer is not in every region.";
    var errors = new JsonErrors("signer", "il-central-1", "signer.il-central-1.example", fixes);

    LambdaCallException failure =
        errors.unanswered("GetSigningProfile", new IOException(new UnknownHostException("x")));

    assertThat(failure.kind()).isEqualTo(Kind.REFUSED);
    assertThat(failure)
        .hasMessageContaining("its host is unknown")
        .hasMessageEndingWith(". AWS Signer is not in every region.");
  }
}
