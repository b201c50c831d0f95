package io.github.lambdalayer.aws;

import io.github.lambdalayer.aws.LambdaCallException.Kind;
import io.github.lambdalayer.layer.Messages;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.lambda.model.LambdaException;

/** The one place that turns what the SDK throws into what a user can act on. */
final class CallErrors {

  private static final Set<String> CREDENTIALS =
      Set.of(
          "UnrecognizedClientException",
          "InvalidClientTokenId",
          "InvalidSignatureException",
          "IncompleteSignatureException",
          "MissingAuthenticationTokenException",
          "SignatureDoesNotMatch");

  private final String region;
  private final String endpoint;

  CallErrors(String region, String endpoint) {
    this.region = region;
    this.endpoint = endpoint;
  }

  /** What became of a call. */
  LambdaCallException of(String operation, SdkException cause) {
    return cause instanceof AwsServiceException answer
        ? answered(operation, answer)
        : unanswered(operation, cause);
  }

  /** An answer that says success and lacks what Lambda answers. */
  LambdaCallException unusable(String operation, @Nullable Exception cause) {
    return new LambdaCallException(
        Kind.UNCERTAIN,
        Messages.format(
            "%s was answered by %s in %s, but not in Lambda's form: is there a proxy in between?",
            operation, endpoint, region),
        cause);
  }

  private LambdaCallException answered(String operation, AwsServiceException answer) {
    AwsErrorDetails details = answer.awsErrorDetails();
    // A page of a proxy has neither.
    String code = details == null ? "" : Objects.requireNonNullElse(details.errorCode(), "");
    String said = details == null ? "" : SafeText.of(details.errorMessage());
    int status = answer.statusCode();
    if (!(answer instanceof LambdaException)) {
      return new LambdaCallException(
          Kind.NOT_SENT,
          Messages.format(
              "%s was not sent in %s, for the credentials could not be had: %s Check the profile's"
                  + " role and who may assume it.",
              operation, region, Messages.sentence(SafeText.of(answer.getMessage()))),
          answer);
    }
    String message =
        Messages.format(
            "%s was answered with %s in %s (request %s)%s",
            operation,
            (status + " " + code).trim(),
            region,
            answer.requestId(),
            tail(sentence(said) + fix(operation, code, status, said)));
    return new LambdaCallException(
        kind(answer, status), message, answer, code, status, retryAfter(answer));
  }

  private static Kind kind(AwsServiceException answer, int status) {
    if (status == 429 || answer.isThrottlingException()) {
      return Kind.THROTTLED;
    }
    // 408 is a proxy that has lost patience; what became of the call behind it is not known.
    return status >= 500 || status < 300 || status == 408 ? Kind.UNCERTAIN : Kind.REFUSED;
  }

  /** In seconds; a date, which HTTP allows too, is never sent by AWS. */
  static @Nullable Duration retryAfter(AwsServiceException answer) {
    AwsErrorDetails details = answer.awsErrorDetails();
    return details == null || details.sdkHttpResponse() == null
        ? null
        : details
            .sdkHttpResponse()
            .firstMatchingHeader("Retry-After")
            .filter(seconds -> seconds.matches("\\d{1,4}"))
            .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
            .orElse(null);
  }

  /** What a service said, ready for a sentence of ours. */
  private static String tail(String text) {
    return text.isBlank() ? "" : ": " + text.trim();
  }

  static String sentence(String text) {
    String trimmed = text.trim();
    return trimmed.isEmpty() ? "" : trimmed + (trimmed.endsWith(".") ? " " : ". ");
  }

  /** What the refusals of all services ask for; empty for those that are a service's own. */
  static String common(String code, String said) {
    if (said.contains("Signature expired") || said.contains("Signature not yet current")) {
      return "Set this machine's clock.";
    }
    if (CREDENTIALS.contains(code)) {
      return "Check the credentials: they are not known in this partition, or the secret is wrong.";
    }
    return code.contains("ExpiredToken") ? "The credentials have expired: get new ones." : "";
  }

  static String fix(String operation, String code, int status, String said) {
    String common = common(code, said);
    if (!common.isEmpty()) {
      return common;
    }
    if (said.contains("S3 Error Code") || said.contains("s3:GetObject")) {
      return "Lambda reads the bucket with the rights of this identity: allow s3:GetObject (and"
          + " s3:GetObjectVersion where it keeps versions) on its objects, and check <bucket>.";
    }
    if (code.contains("AccessDenied")) {
      return "Allow the action lambda:" + FunctionFixes.action(operation) + " to this identity.";
    }
    if (status == 429) {
      return "Lambda takes about 15 calls a second for an account and region: try again later, or"
          + " allow more time with <retryTimeout>.";
    }
    if (FunctionFixes.isOfFunctions(operation)) {
      return FunctionFixes.of(code);
    }
    return switch (code) {
      case "CodeStorageExceededException" ->
          "The region's storage for code is full: delete old versions of functions and layers.";
      case "RequestEntityTooLargeException" ->
          "The zip is too large to be sent inline: name a <bucket> to send it through.";
      case "PolicyLengthExceededException" ->
          "The version has too many statements: grant to an organization instead of accounts.";
      case "InvalidParameterValueException" ->
          "If package was told so (runtimes, description), mend the POM and build again.";
      default -> "";
    };
  }

  LambdaCallException unanswered(String operation, Exception failure) {
    Optional<ProxyRefusedException> proxy = proxyRefusal(failure);
    if (proxy.isPresent()) {
      return new LambdaCallException(
          proxy.get().isFinal() ? Kind.REFUSED : Kind.NOT_SENT,
          Messages.format(
              "%s could not be sent to %s in %s: %s. Check the <proxy> of Maven's settings, its user"
                  + " and its password.",
              operation, endpoint, region, proxy.get().getMessage()),
          failure);
    }
    if (has(failure, UnknownHostException.class)) {
      return notSent(operation, failure, "its host is unknown: check <regions> and <endpoint>");
    }
    if (has(failure, ConnectException.class)
        || has(failure, NoRouteToHostException.class)
        || isConnectTimeout(failure)) {
      return notSent(operation, failure, "no connection: check the network, proxy and <endpoint>");
    }
    if (has(failure, SSLHandshakeException.class)
        || has(failure, SSLPeerUnverifiedException.class)) {
      return notSent(operation, failure, "no secure connection: check certificates and proxy");
    }
    return new LambdaCallException(
        Kind.UNCERTAIN,
        Messages.format(
            "%s got no usable answer from %s in %s: %s",
            operation, endpoint, region, root(failure)),
        failure);
  }

  private LambdaCallException notSent(String operation, Exception failure, String reason) {
    return new LambdaCallException(
        Kind.NOT_SENT,
        Messages.format(
            "%s could not be sent to %s in %s: %s (%s)",
            operation, endpoint, region, reason, root(failure)),
        failure);
  }

  private static boolean isConnectTimeout(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof SocketTimeoutException
          && String.valueOf(t.getMessage()).startsWith("Conn")) {
        return true;
      }
    }
    return false;
  }

  private static Optional<ProxyRefusedException> proxyRefusal(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof ProxyRefusedException refusal) {
        return Optional.of(refusal);
      }
    }
    return Optional.empty();
  }

  private static boolean has(Throwable failure, Class<? extends Throwable> type) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (type.isInstance(t)) {
        return true;
      }
    }
    return false;
  }

  private static String root(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getClass().getSimpleName() + ": " + root.getMessage();
  }
}
