package io.github.lambdalayer.endpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Requests that the SDK would not send. */
final class RawCall {
  static final String DATE = "20260102T030405Z";
  static final String AUTHORIZATION = authorization("AKIA" + Clients.OWNER, "lambda");

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private RawCall() {}

  static String authorization(String accessKeyId, String service) {
    return "AWS4-HMAC-SHA256 Credential=%s/20260102/eu-west-1/%s/aws4_request, "
            .formatted(accessKeyId, service)
        + "SignedHeaders=host;x-amz-date, Signature="
        + "0123456789abcdef".repeat(4);
  }

  static HttpRequest.Builder signed(StrictLambdaEndpoint endpoint, String path) {
    return unsigned(endpoint, path)
        .header("Authorization", AUTHORIZATION)
        .header("X-Amz-Date", DATE);
  }

  static HttpRequest.Builder unsigned(StrictLambdaEndpoint endpoint, String path) {
    return HttpRequest.newBuilder(URI.create(endpoint.uri() + path));
  }

  static HttpResponse<String> publish(StrictLambdaEndpoint endpoint, String layer, String body) {
    return send(
        signed(endpoint, "/2018-10-31/layers/" + layer + "/versions")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static String errorType(HttpResponse<?> response) {
    return response.headers().firstValue("x-amzn-ErrorType").orElse("");
  }
}
