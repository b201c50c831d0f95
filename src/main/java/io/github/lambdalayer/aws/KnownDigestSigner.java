package io.github.lambdalayer.aws;

import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.AsyncSignRequest;
import software.amazon.awssdk.http.auth.spi.signer.AsyncSignedRequest;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignRequest;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/**
 * Signs requests that already say the digest of their body. The SDK's signer takes none from outside:
 * it reads the whole body before every request, and what is sent to thirty regions is read sixty
 * times. All other requests are left to it, and so is a URL that would have to be normalized.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">
 *     Create a signed AWS API request</a>
 */
final class KnownDigestSigner implements HttpSigner<AwsCredentialsIdentity> {

  /** The header with the digest, in hex. */
  static final String DIGEST = "x-amz-content-sha256";

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final Pattern PLAIN_PATH = Pattern.compile("(/[A-Za-z0-9_-]+)+");

  /** What may change on the way. */
  private static final Set<String> UNSIGNED =
      Set.of("connection", "x-amzn-trace-id", "user-agent", "expect", "transfer-encoding");

  private final HttpSigner<AwsCredentialsIdentity> others = AwsV4HttpSigner.create();

  @Override
  public SignedRequest sign(SignRequest<? extends AwsCredentialsIdentity> request) {
    SdkHttpRequest http = request.request();
    Optional<String> digest = http.firstMatchingHeader(DIGEST);
    if (digest.isPresent()
        && PLAIN_PATH.matcher(http.encodedPath()).matches()
        && http.rawQueryParameters().isEmpty()) {
      return SignedRequest.builder()
          .request(signed(request, digest.get()))
          .payload(request.payload().orElse(null))
          .build();
    }
    return others.sign(request);
  }

  @Override
  public CompletableFuture<AsyncSignedRequest> signAsync(
      AsyncSignRequest<? extends AwsCredentialsIdentity> request) {
    return others.signAsync(request);
  }

  private static SdkHttpRequest signed(
      SignRequest<? extends AwsCredentialsIdentity> request, String digest) {
    String time = TIME.format(request.requireProperty(SIGNING_CLOCK, Clock.systemUTC()).instant());
    SdkHttpRequest.Builder http = request.request().toBuilder();
    http.putHeader("Host", host(request.request())).putHeader("X-Amz-Date", time);
    AwsCredentialsIdentity identity = request.identity();
    if (identity instanceof AwsSessionCredentialsIdentity session) {
      http.putHeader("X-Amz-Security-Token", session.sessionToken().trim());
    }
    var key =
        new SigningKey(
            identity.secretAccessKey().trim(),
            time.substring(0, 8),
            request.requireProperty(AwsV4HttpSigner.REGION_NAME),
            request.requireProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME));
    var headers = new TreeMap<String, String>();
    http.forEachHeader((name, values) -> add(headers, name, values));
    String names = String.join(";", headers.keySet());
    String signature = key.sign(time, canonical(http, headers, names, digest));
    return http.putHeader("Authorization", authorization(identity, key, names, signature)).build();
  }

  private static String authorization(
      AwsCredentialsIdentity identity, SigningKey key, String names, String signature) {
    String credential = identity.accessKeyId().trim() + "/" + key.scope();
    return SigningKey.ALGORITHM
        + (" Credential=" + credential)
        + (", SignedHeaders=" + names)
        + (", Signature=" + signature);
  }

  private static String canonical(
      SdkHttpRequest.Builder http, Map<String, String> headers, String names, String digest) {
    var lines = new StringBuilder();
    lines.append(http.method()).append('\n').append(http.encodedPath()).append("\n\n");
    headers.forEach((name, value) -> lines.append(name).append(':').append(value).append('\n'));
    return lines.append('\n').append(names).append('\n').append(digest).toString();
  }

  private static String host(SdkHttpRequest request) {
    int standard = request.protocol().equals("https") ? 443 : 80;
    return request.port() == standard ? request.host() : request.host() + ":" + request.port();
  }

  private static void add(Map<String, String> headers, String name, List<String> values) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (!UNSIGNED.contains(lower)) {
      headers.put(
          lower,
          values.stream()
              .map(value -> value.trim().replaceAll("\\s+", " "))
              .collect(Collectors.joining(",")));
    }
  }
}
