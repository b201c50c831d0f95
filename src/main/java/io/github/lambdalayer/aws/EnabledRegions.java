package io.github.lambdalayer.aws;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.github.lambdalayer.aws.LambdaCallException.Kind;
import io.github.lambdalayer.layer.Messages;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;

/**
 * The regions that an account has enabled: {@code account:ListRegions}. The call is made by hand, with
 * the SDK's signer: a client of its own for one call is one download more for every user.
 *
 * @see <a href="https://docs.aws.amazon.com/accounts/latest/reference/API_ListRegions.html">
 *     ListRegions</a>
 */
final class EnabledRegions {

  private static final String OPERATION = "ListRegions";

  private final Clients clients;

  EnabledRegions(Clients clients) {
    this.clients = clients;
  }

  /** The codes of the regions of the caller's account in its partition. */
  List<String> list(String partition) {
    String home = Partitions.firstRegion(partition);
    URI endpoint = endpoint(home);
    var retries = new Retries(clients.settings().timing());
    var regions = new ArrayList<String>();
    String token = null;
    do {
      String marker = token;
      JsonObject page = retries.repeatable(() -> page(endpoint, home, marker));
      for (JsonElement region : page.getAsJsonArray("Regions")) {
        regions.add(name(endpoint, region));
      }
      JsonElement next = page.get("NextToken");
      token = next == null || next.isJsonNull() ? null : next.getAsString();
    } while (token != null);
    return regions;
  }

  private static String name(URI endpoint, JsonElement region) {
    JsonElement name = region.isJsonObject() ? region.getAsJsonObject().get("RegionName") : null;
    if (name == null || !name.isJsonPrimitive()) {
      throw unusable(endpoint, null);
    }
    return name.getAsString();
  }

  private URI endpoint(String region) {
    URI given = clients.settings().endpoint();
    if (given == null) {
      given = Endpoints.ofEnvironment("AWS_ENDPOINT_URL_ACCOUNT");
    }
    return given == null
        ? URI.create(
            "https://account." + region + "." + PartitionMetadata.of(Region.of(region)).dnsSuffix())
        : given;
  }

  private JsonObject page(URI endpoint, String region, @Nullable String token) {
    byte[] body = body(token).toString().getBytes(StandardCharsets.UTF_8);
    SdkHttpRequest request =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.POST)
            .uri(endpoint.resolve("/listRegions"))
            .putHeader("Content-Type", "application/json")
            .putHeader("Content-Length", Integer.toString(body.length))
            .build();
    var payload = ContentStreamProvider.fromByteArray(body);
    var signed =
        AwsV4HttpSigner.create()
            .sign(
                r ->
                    r.identity(clients.credentials().resolveCredentials())
                        .request(request)
                        .payload(payload)
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "account")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region));
    try {
      return answer(
          endpoint,
          clients
              .http()
              .prepareRequest(
                  HttpExecuteRequest.builder()
                      .request(signed.request())
                      .contentStreamProvider(signed.payload().orElse(payload))
                      .build())
              .call());
    } catch (IOException e) {
      throw new CallErrors(region, endpoint.getHost()).unanswered(OPERATION, e);
    }
  }

  private static JsonObject body(@Nullable String token) {
    var statuses = new JsonArray();
    statuses.add("ENABLED");
    statuses.add("ENABLED_BY_DEFAULT");
    var body = new JsonObject();
    body.addProperty("MaxResults", 50);
    body.add("RegionOptStatusContains", statuses);
    if (token != null) {
      body.addProperty("NextToken", token);
    }
    return body;
  }

  private static JsonObject answer(URI endpoint, HttpExecuteResponse response) throws IOException {
    int status = response.httpResponse().statusCode();
    String text = "";
    if (response.responseBody().isPresent()) {
      try (var in = response.responseBody().get()) {
        text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
    }
    if (status != 200) {
      throw refused(endpoint, status, response, text);
    }
    try {
      JsonElement page = JsonParser.parseString(text);
      if (page.isJsonObject() && page.getAsJsonObject().get("Regions") instanceof JsonArray) {
        return page.getAsJsonObject();
      }
      throw unusable(endpoint, null);
    } catch (JsonParseException e) {
      throw unusable(endpoint, e);
    }
  }

  private static LambdaCallException unusable(URI endpoint, @Nullable Exception cause) {
    return new LambdaCallException(
        Kind.UNCERTAIN,
        Messages.format(
            "%s was answered by %s, but not in AWS's form: is there a proxy in between?",
            OPERATION, endpoint.getHost()),
        cause);
  }

  private static LambdaCallException refused(
      URI endpoint, int status, HttpExecuteResponse response, String text) {
    String code =
        response.httpResponse().firstMatchingHeader("x-amzn-ErrorType").orElse("").split(":", 2)[0];
    Kind kind = status == 429 ? Kind.THROTTLED : status >= 500 ? Kind.UNCERTAIN : Kind.REFUSED;
    String fix =
        code.contains("AccessDenied")
            ? "<regions> is 'all': allow the action account:ListRegions to this identity, or name the"
                + " regions."
            : CallErrors.fix(OPERATION, code, status, text);
    return new LambdaCallException(
        kind,
        Messages.format(
            "%s was answered with %s by %s: %s %s",
            OPERATION,
            (status + " " + code).trim(),
            endpoint.getHost(),
            Messages.sentence(said(text)),
            fix.isEmpty() ? "<regions> is 'all': name the regions." : fix),
        null,
        code,
        status,
        null);
  }

  private static String said(String text) {
    try {
      JsonElement answer = JsonParser.parseString(text);
      JsonElement message = answer.isJsonObject() ? answer.getAsJsonObject().get("message") : null;
      return message == null ? text.strip() : message.getAsString();
    } catch (JsonParseException | IllegalStateException | UnsupportedOperationException e) {
      return text.strip();
    }
  }
}
