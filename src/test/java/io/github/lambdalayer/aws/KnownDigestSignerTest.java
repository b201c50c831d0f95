package io.github.lambdalayer.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.layer.Sha256;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

class KnownDigestSignerTest {

  private static final byte[] JSON =
      "{\"Description\":\"what is sent\"}".getBytes(StandardCharsets.UTF_8);
  private static final String PATH = "/2018-10-31/layers/some_Layer-1/versions";

  private static final ContentStreamProvider BODY = ContentStreamProvider.fromByteArray(JSON);

  private static SignedRequest sign(
      HttpSigner<AwsCredentialsIdentity> signer,
      URI uri,
      ContentStreamProvider body,
      AwsCredentialsIdentity identity) {
    SdkHttpRequest http =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.POST)
            .uri(uri)
            .putHeader("Content-Type", "application/json")
            .putHeader("Content-Length", String.valueOf(JSON.length))
            .putHeader("User-Agent", "aws-sdk-java/2 any")
            .putHeader("X-Amzn-Trace-Id", "any")
            .putHeader("x-amz-content-sha256", Sha256.of(JSON).hex())
            .putHeader("amz-sdk-invocation-id", "1-2-3")
            .putHeader("amz-sdk-request", "attempt=1;   max=1 ")
            .build();
    Clock clock = Clock.fixed(Instant.parse("2026-01-02T03:04:05.678Z"), ZoneOffset.UTC);
    return signer.sign(
        request ->
            request
                .identity(identity)
                .request(http)
                .payload(body)
                .putProperty(HttpSigner.SIGNING_CLOCK, clock)
                .putProperty(AwsV4HttpSigner.REGION_NAME, "eu-west-1")
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "lambda"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://lambda.eu-west-1.amazonaws.com" + PATH,
        "https://lambda.eu-west-1.amazonaws.com:443" + PATH,
        "http://127.0.0.1:4566" + PATH,
        "http://localhost/prefix" + PATH,
        "https://localhost/a%20prefix//x/.." + PATH,
        "https://lambda.eu-west-1.amazonaws.com" + PATH + "?a=b"
      })
  void signsAsTheSdkDoes(String url) {
    URI uri = URI.create(url);
    AwsCredentialsIdentity keys = AwsBasicCredentials.create("AKIAEXAMPLE", "a secret/+");
    AwsCredentialsIdentity session =
        AwsSessionCredentials.create("ASIAEXAMPLE", "secret", "token=");

    for (AwsCredentialsIdentity identity : new AwsCredentialsIdentity[] {keys, session}) {
      SignedRequest ours = sign(new KnownDigestSigner(), uri, BODY, identity);
      SignedRequest theirs = sign(AwsV4HttpSigner.create(), uri, BODY, identity);

      assertThat(ours.request().headers()).isEqualTo(theirs.request().headers());
      assertThat(ours.request().getUri()).isEqualTo(theirs.request().getUri());
    }
  }

  @Test
  void doesNotReadABodyWhoseDigestIsKnown() {
    URI uri = URI.create("https://lambda.eu-west-1.amazonaws.com" + PATH);
    AwsCredentialsIdentity keys = AwsBasicCredentials.create("AKIAEXAMPLE", "secret");
    ContentStreamProvider unread =
        () -> {
          throw new AssertionError("was read");
        };

    assertThat(sign(new KnownDigestSigner(), uri, unread, keys).payload()).containsSame(unread);
  }

  @Test
  void leavesRequestsWithoutADigestToTheSdk() {
    SdkHttpRequest http =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.GET)
            .uri(URI.create("https://lambda.eu-west-1.amazonaws.com" + PATH))
            .build();

    SignedRequest signed =
        new KnownDigestSigner()
            .sign(
                request ->
                    request
                        .identity(AwsBasicCredentials.create("AKIAEXAMPLE", "secret"))
                        .request(http)
                        .putProperty(AwsV4HttpSigner.REGION_NAME, "eu-west-1")
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "lambda"));

    assertThat(signed.request().firstMatchingHeader("x-amz-content-sha256"))
        .contains(Sha256.of("").hex());
  }
}
