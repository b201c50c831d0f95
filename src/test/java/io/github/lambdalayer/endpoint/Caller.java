package io.github.lambdalayer.endpoint;

import com.sun.net.httpserver.Headers;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Who calls, as the SigV4 header says; the signature's value itself is not verified. */
record Caller(String account, String region) {
  private static final Pattern AUTHORIZATION =
      Pattern.compile(
          "AWS4-HMAC-SHA256"
              + " +Credential=([^/,\\s]+)/([^/,\\s]+)/([^/,\\s]+)/([^/,\\s]+)/([^/,\\s]+),"
              + " *SignedHeaders=([a-z0-9;-]+), *Signature=([0-9a-f]{64})");
  private static final Pattern DATE = Pattern.compile("(\\d{8})T\\d{6}Z");
  private static final Pattern KEY_WITH_ACCOUNT = Pattern.compile("A[KS]IA(\\d{12}).*");

  /** Also what keeps a call without usable credentials in the log. */
  static final Caller NOBODY = new Caller("", "");

  static Caller of(Headers headers, String service) {
    String authorization = headers.getFirst("Authorization");
    if (authorization == null) {
      throw ServiceError.credentials(
          "MissingAuthenticationTokenException", "Missing Authentication Token");
    }
    Matcher matcher = AUTHORIZATION.matcher(authorization);
    if (!matcher.matches()) {
      throw incomplete("Authorization header requires 'Credential', 'SignedHeaders', 'Signature'.");
    }
    requireSignedHeaders(Arrays.asList(matcher.group(6).split(";")));
    requireDate(headers.getFirst("X-Amz-Date"), matcher.group(2));
    requireScope(matcher.group(4), matcher.group(5), service);
    return new Caller(accountOf(matcher.group(1)), matcher.group(3));
  }

  String partition() {
    if (region.startsWith("cn-")) {
      return "aws-cn";
    }
    return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
  }

  String rootArn() {
    return rootArn(account);
  }

  /** The root of any account in this caller's partition. */
  String rootArn(String anyAccount) {
    return "arn:" + partition() + ":iam::" + anyAccount + ":root";
  }

  private static void requireSignedHeaders(List<String> signed) {
    if (!signed.contains("host") || !signed.contains("x-amz-date")) {
      throw credentialsInvalid("'Host' and 'X-Amz-Date' must be in the SignedHeaders.");
    }
  }

  private static void requireDate(@Nullable String date, String scope) {
    if (date == null) {
      throw incomplete("Authorization header requires existence of a 'X-Amz-Date' header.");
    }
    Matcher matcher = DATE.matcher(date);
    if (!matcher.matches()) {
      throw incomplete("Date must be in ISO-8601 'basic format'. Got '" + date + "'.");
    }
    if (!matcher.group(1).equals(scope)) {
      throw credentialsInvalid("Date in Credential scope does not match X-Amz-Date: " + scope);
    }
  }

  private static void requireScope(String actual, String terminator, String service) {
    if (!actual.equals(service)) {
      throw credentialsInvalid(
          "Credential should be scoped to correct service: '" + service + "'.");
    }
    if (!terminator.equals("aws4_request")) {
      throw credentialsInvalid("Credential should be scoped with a valid terminator.");
    }
  }

  private static String accountOf(String accessKeyId) {
    if (accessKeyId.equals(StrictLambdaEndpoint.WRONG_ACCESS_KEY_ID)) {
      throw ServiceError.credentials(
          "UnrecognizedClientException", "The security token included in the request is invalid.");
    }
    Matcher matcher = KEY_WITH_ACCOUNT.matcher(accessKeyId);
    return matcher.matches() ? matcher.group(1) : StrictLambdaEndpoint.DEFAULT_ACCOUNT;
  }

  private static ServiceError incomplete(String message) {
    return ServiceError.credentials("IncompleteSignatureException", message);
  }

  private static ServiceError credentialsInvalid(String message) {
    return ServiceError.credentials("InvalidSignatureException", message);
  }
}
