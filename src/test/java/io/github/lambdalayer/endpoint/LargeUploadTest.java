package io.github.lambdalayer.endpoint;

import static io.github.lambdalayer.endpoint.Clients.OWNER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.lambda.model.LambdaException;

@Timeout(120)
final class LargeUploadTest extends WithEndpoint {
  private static final byte[] HEAD =
      "{\"Content\":{\"ZipFile\":\"".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] TAIL = "\"}} ".getBytes(StandardCharsets.US_ASCII);

  @Test
  void fiftyMegabytesAreTaken() {
    byte[] zip = Zips.random(50_000_000);
    lambda.publishLayerVersion(Clients.request("large", zip).build());

    StoredVersion stored = endpoint.versions(OWNER, REGION, "large").get(0);
    assertThat(stored.codeSize()).isEqualTo(zip.length);
    assertThat(stored.zip()).isEqualTo(zip);
  }

  @Test
  void fiftyMebibytesAreMoreThanABodyHoldsAndTheClientIsToldSo() {
    byte[] zip = Zips.random(52_428_800);

    assertThatThrownBy(() -> lambda.publishLayerVersion(Clients.request("large", zip).build()))
        .isInstanceOfSatisfying(
            LambdaException.class,
            e -> {
              assertThat(e.statusCode()).isEqualTo(413);
              assertThat(e.awsErrorDetails().errorCode())
                  .isEqualTo("RequestEntityTooLargeException");
              assertThat(e.awsErrorDetails().errorMessage())
                  .isEqualTo(
                      "Request must be smaller than 69905067 bytes for the PublishLayerVersion"
                          + " operation");
            });
    assertThat(endpoint.calls()).hasSize(1);
    assertThat(endpoint.calls().get(0).requestBytes()).isGreaterThan(69_905_066);
  }

  @Test
  void theBodysLimitHoldsToTheByte() {
    byte[] body = new byte[(int) RequestBody.PUBLISH_LIMIT + 1];
    Arrays.fill(body, (byte) 'A');
    System.arraycopy(HEAD, 0, body, 0, HEAD.length);
    System.arraycopy(TAIL, 0, body, body.length - TAIL.length, TAIL.length);

    assertThat(publish(body, body.length - 1).body()).contains("Could not unzip uploaded file.");
    assertThat(publish(body, body.length).statusCode()).isEqualTo(413);
    assertThat(endpoint.calls())
        .extracting(RecordedCall::requestBytes)
        .containsExactly(RequestBody.PUBLISH_LIMIT, RequestBody.PUBLISH_LIMIT + 1);
  }

  @Test
  void aResetInMidUploadPublishesNothingAndIsNotRepeated() {
    endpoint.fail("PublishLayerVersion", Fault.RESET_BEFORE);
    var request = Clients.request("large", Zips.random(10_000_000)).build();

    assertThatThrownBy(() -> lambda.publishLayerVersion(request)).isInstanceOf(SdkException.class);
    assertThat(endpoint.calls()).extracting(RecordedCall::status).containsExactly(0);
    assertThat(endpoint.versions(OWNER, REGION, "large")).isEmpty();
  }

  @Test
  void aClientThatBreaksOffPublishesNothing() throws Exception {
    try (Socket socket = connect()) {
      write(socket, "{\"Content\":{\"ZipFile\":\"UEsDBAo");
    }
    for (int i = 0; endpoint.calls().isEmpty() && i < 100; i++) {
      Thread.sleep(50);
    }
    assertThat(endpoint.calls()).extracting(RecordedCall::status).containsExactly(0);
    assertThat(endpoint.versions(OWNER, REGION, "slow")).isEmpty();
  }

  @Test
  void aSlowRefusedClientSeesTheAnswerAfterItsWholeBody() throws Exception {
    try (Socket socket = connect()) {
      write(socket, "no JSON at all");
      for (int i = 0; i < 10; i++) {
        Thread.sleep(50);
        write(socket, "x".repeat(98_598 + (i == 0 ? 6 : 0)));
      }
      InputStream in = socket.getInputStream();
      assertThat(new String(in.readNBytes(12), StandardCharsets.US_ASCII))
          .isEqualTo("HTTP/1.1 400");
    }
  }

  private HttpResponse<String> publish(byte[] body, int length) {
    return RawCall.send(
        RawCall.signed(endpoint, "/2018-10-31/layers/large/versions")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body, 0, length)));
  }

  private Socket connect() throws IOException {
    Socket socket = new Socket(Loopback.address(), endpoint.port());
    write(
        socket,
        "POST /2018-10-31/layers/slow/versions HTTP/1.1\r\nHost: localhost\r\nAuthorization: "
            + RawCall.AUTHORIZATION
            + "\r\nX-Amz-Date: "
            + RawCall.DATE
            + "\r\nContent-Length: 986000\r\n\r\n");
    return socket;
  }

  private static void write(Socket socket, String text) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(text.getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }
}
