package io.github.lambdalayer.aws;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.github.lambdalayer.aws.LambdaCallException.Kind;
import io.github.lambdalayer.layer.Messages;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;

/**
 * A service that speaks JSON and whose client is not shipped: requests are made by hand, with the SDK's
 * signer and HTTP client. A client of megabytes for a call or two is a download for every user.
 */
final class JsonService {

  private final Clients clients;
  private final String name;
  private final String region;
  private final URI endpoint;
  private final Retries retries;
  private final JsonErrors errors;

  /**
   * A service in a region.
   *
   * @param name what it is called in host names, credential scopes and IAM actions: {@code ssm}
   * @param fixes what its own refusals ask for
   */
  JsonService(Clients clients, String name, String region, JsonErrors.Fixes fixes) {
    this.clients = clients;
    this.name = name;
    this.region = region;
    this.endpoint = endpoint(clients.settings().endpoint(), name, region);
    this.retries = new Retries(clients.settings().timing());
    this.errors = new JsonErrors(name, region, endpoint.getHost(), fixes);
  }

  private static URI endpoint(@Nullable URI given, String name, String region) {
    URI own =
        given == null
            ? Endpoints.ofEnvironment("AWS_ENDPOINT_URL_" + name.toUpperCase(Locale.ROOT))
            : given;
    return own == null
        ? URI.create(
            "https://"
                + name
                + "."
                + region
                + "."
                + PartitionMetadata.of(Region.of(region)).dnsSuffix())
        : own;
  }

  /**
   * Makes a call, again and again where that may help: it must do no more when it is repeated.
   *
   * @param reader what the answer means; {@link IllegalArgumentException} where it is none of this service
   */
  <T> T call(JsonRequest request, Function<JsonAnswer, T> reader) {
    return retries.repeatable(() -> once(request, reader));
  }

  private <T> T once(JsonRequest request, Function<JsonAnswer, T> reader) {
    try {
      HttpExecuteResponse response = send(request);
      String text = body(response);
      int status = response.httpResponse().statusCode();
      if (status < 200 || status > 299) {
        throw errors.refused(request.operation(), response.httpResponse(), text);
      }
      return read(request.operation(), text, reader);
    } catch (SdkException e) {
      // The credentials are had anew for each call, and may have gone meanwhile.
      throw new CallErrors(region, endpoint.getHost()).of(request.operation(), e);
    } catch (IOException e) {
      throw errors.unanswered(request.operation(), e);
    }
  }

  private <T> T read(String operation, String text, Function<JsonAnswer, T> reader) {
    try {
      JsonElement answer = JsonParser.parseString(text);
      if (!answer.isJsonObject()) {
        throw unusable(operation, null);
      }
      return reader.apply(new JsonAnswer(answer.getAsJsonObject()));
    } catch (JsonParseException | IllegalArgumentException e) {
      throw unusable(operation, e);
    }
  }

  private LambdaCallException unusable(String operation, @Nullable Exception cause) {
    return new LambdaCallException(
        Kind.UNCERTAIN,
        Messages.format(
            "%s was answered by %s, but not in AWS's form: is there a proxy in between?",
            operation, endpoint.getHost()),
        cause);
  }

  private HttpExecuteResponse send(JsonRequest request) throws IOException {
    byte[] body =
        request.body() == null
            ? new byte[0]
            : request.body().toString().getBytes(StandardCharsets.UTF_8);
    var payload = ContentStreamProvider.fromByteArray(body);
    SignedRequest signed =
        AwsV4HttpSigner.create()
            .sign(
                r ->
                    r.identity(clients.credentials().resolveCredentials())
                        .request(http(request, body.length))
                        .payload(payload)
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, name)
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region));
    var execution = HttpExecuteRequest.builder().request(signed.request());
    if (request.body() != null) {
      execution.contentStreamProvider(signed.payload().orElse(payload));
    }
    return clients.http().prepareRequest(execution.build()).call();
  }

  private SdkHttpRequest http(JsonRequest request, int length) {
    String base = endpoint.getRawPath() == null ? "" : endpoint.getRawPath().replaceAll("/+$", "");
    SdkHttpRequest.Builder http =
        SdkHttpRequest.builder()
            .method(request.method())
            .uri(endpoint)
            .encodedPath(base + request.path());
    request.query().forEach(http::putRawQueryParameter);
    request.headers().forEach(http::putHeader);
    if (request.body() != null) {
      http.putHeader("Content-Length", Integer.toString(length));
    }
    return http.build();
  }

  private static String body(HttpExecuteResponse response) throws IOException {
    if (response.responseBody().isEmpty()) {
      return "";
    }
    try (var in = response.responseBody().get()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
