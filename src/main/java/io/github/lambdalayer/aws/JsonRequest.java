package io.github.lambdalayer.aws;

import com.google.gson.JsonObject;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.SdkHttpMethod;

/**
 * What is asked of a service that speaks JSON.
 *
 * @param operation its name in the service's API
 * @param method GET or POST
 * @param path from the endpoint on, with nothing in it that would have to be encoded
 * @param query what stands behind the path
 * @param headers what the protocol wants beside the usual
 * @param body the document that is sent, if any
 */
record JsonRequest(
    String operation,
    SdkHttpMethod method,
    String path,
    Map<String, String> query,
    Map<String, String> headers,
    @Nullable JsonObject body) {

  /** A call in AWS's protocol JSON 1.1, where a header names the operation. */
  static JsonRequest target(String prefix, String operation, JsonObject body) {
    return new JsonRequest(
        operation,
        SdkHttpMethod.POST,
        "/",
        Map.of(),
        Map.of(
            "Content-Type", "application/x-amz-json-1.1", "X-Amz-Target", prefix + "." + operation),
        body);
  }

  /** A call of a REST API that sends a document. */
  static JsonRequest post(String operation, String path, JsonObject body) {
    return new JsonRequest(
        operation,
        SdkHttpMethod.POST,
        path,
        Map.of(),
        Map.of("Content-Type", "application/json"),
        body);
  }

  /** A call of a REST API that reads. */
  static JsonRequest get(String operation, String path, Map<String, String> query) {
    return new JsonRequest(operation, SdkHttpMethod.GET, path, query, Map.of(), null);
  }
}
