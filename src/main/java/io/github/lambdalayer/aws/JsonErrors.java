package io.github.lambdalayer.aws;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.github.lambdalayer.aws.LambdaCallException.Kind;
import io.github.lambdalayer.layer.Messages;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * Turns the refusals of a service that speaks JSON into what a user can act on.
 *
 * @param service what IAM calls it: {@code ssm}
 * @param region the region
 * @param host who was called
 * @param fixes what its own refusals ask for
 */
record JsonErrors(String service, String region, String host, Fixes fixes) {

  /** Services of the protocol JSON 1.1 say so with the status 400. */
  private static final Set<String> THROTTLED =
      Set.of(
          "ThrottlingException",
          "ThrottledException",
          "Throttling",
          "TooManyRequestsException",
          "RequestLimitExceeded",
          "TooManyUpdates");

  /** In place of a code: the service has no host in the region. */
  static final String UNKNOWN_HOST = "UnknownHost";

  /** What a service's own refusals ask for. */
  @FunctionalInterface
  interface Fixes {

    /** No more than what any service asks for. */
    Fixes NONE = (operation, code) -> "";

    /** The fix; empty where nothing more is known than what any service asks for. */
    String of(String operation, String code);
  }

  /** An answer that does not say success. */
  LambdaCallException refused(String operation, SdkHttpResponse response, String text) {
    JsonObject document = document(text);
    int status = response.statusCode();
    String code = code(response, document);
    String said = said(document);
    String message =
        Messages.format(
            "%s was answered with %s by %s (request %s)%s",
            operation,
            (status + " " + code).trim(),
            host,
            response.firstMatchingHeader("x-amzn-RequestId").orElse("unknown"),
            tail(CallErrors.sentence(said) + fix(operation, code, status, said)));
    return new LambdaCallException(
        kind(code, status), message, null, code, status, retryAfter(response));
  }

  /** No answer at all. */
  LambdaCallException unanswered(String operation, Exception cause) {
    LambdaCallException failure = new CallErrors(region, host).unanswered(operation, cause);
    String fix = failure.kind() == Kind.NOT_SENT ? fixes.of(operation, UNKNOWN_HOST) : "";
    return isUnknown(cause) && !fix.isEmpty()
        ? new LambdaCallException(
            Kind.REFUSED, Messages.sentence(failure.getMessage()) + " " + fix, cause)
        : failure;
  }

  private static boolean isUnknown(Throwable cause) {
    for (Throwable t = cause; t != null; t = t.getCause()) {
      if (t instanceof UnknownHostException) {
        return true;
      }
    }
    return false;
  }

  private static Kind kind(String code, int status) {
    if (status == 429 || THROTTLED.contains(code)) {
      return Kind.THROTTLED;
    }
    // 408 is a proxy that has lost patience; what became of the call behind it is not known.
    return status >= 500 || status < 400 || status == 408 ? Kind.UNCERTAIN : Kind.REFUSED;
  }

  private String fix(String operation, String code, int status, String said) {
    String common = CallErrors.common(code, said);
    String own = common.isEmpty() ? fixes.of(operation, code) : common;
    if (!own.isEmpty()) {
      return own;
    }
    if (code.contains("AccessDenied")) {
      return Messages.format("Allow the action %s:%s to this identity.", service, operation);
    }
    return kind(code, status) == Kind.THROTTLED
        ? "The service asks for fewer calls: try again later, or allow more time with <retryTimeout>."
        : "";
  }

  private static String tail(String text) {
    return text.isBlank() ? "" : ": " + text.trim();
  }

  /** REST services say it in a header, the others in the document, some with a name space. */
  private static String code(SdkHttpResponse response, JsonObject document) {
    String said =
        response
            .firstMatchingHeader("x-amzn-ErrorType")
            .orElseGet(() -> first(document, "__type", "code"));
    return said.split(":", 2)[0].replaceFirst("^.*#", "");
  }

  private static String said(JsonObject document) {
    return SafeText.of(first(document, "message", "Message"));
  }

  private static String first(JsonObject document, String... names) {
    return Stream.of(names)
        .map(document::get)
        .filter(value -> value != null && value.isJsonPrimitive())
        .map(JsonElement::getAsString)
        .findFirst()
        .orElse("");
  }

  /** What answered with something else, a page for example, is no service of AWS. */
  private static JsonObject document(String text) {
    try {
      JsonElement answer = JsonParser.parseString(text);
      return answer.isJsonObject() ? answer.getAsJsonObject() : new JsonObject();
    } catch (JsonParseException e) {
      return new JsonObject();
    }
  }

  private static @Nullable Duration retryAfter(SdkHttpResponse response) {
    return response
        .firstMatchingHeader("Retry-After")
        .filter(seconds -> seconds.matches("\\d{1,4}"))
        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
        .orElse(null);
  }
}
