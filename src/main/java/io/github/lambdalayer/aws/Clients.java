package io.github.lambdalayer.aws;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.client.config.SdkAdvancedClientOption;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** Makes the clients of all services alike. */
record Clients(AwsSettings settings, AwsCredentialsProvider credentials, SdkHttpClient http)
    implements AutoCloseable {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

  /** A zip at the inline limit takes Lambda longer to unpack than the SDK's usual 30 seconds. */
  private static final Duration ANSWER_TIMEOUT = Duration.ofMinutes(2);

  /** What carries the requests. */
  static SdkHttpClient http(@Nullable HttpProxy proxy) {
    return ProxyAccess.client(proxy, CONNECT_TIMEOUT, ANSWER_TIMEOUT);
  }

  /** A client of a service in a region. */
  <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> B of(
      B builder, String region, RetryStrategy retries) {
    builder
        .region(Region.of(region))
        .credentialsProvider(credentials)
        .httpClient(http)
        .overrideConfiguration(configuration(retries));
    if (settings.endpoint() != null) {
      builder.endpointOverride(settings.endpoint());
    }
    return builder;
  }

  /** A client for the buckets of a region. */
  S3Client s3(String region) {
    // Every call is repeated by Retries already, for as long as it may.
    S3ClientBuilder client = forZips(of(S3Client.builder(), region, AwsRetryStrategy.doNotRetry()));
    // An emulator's host has no names for buckets.
    return settings.endpoint() == null ? client.build() : client.forcePathStyle(true).build();
  }

  /**
   * Every upload says its own checksum; chunks and trailers are more than some emulators and proxies
   * understand.
   */
  static S3ClientBuilder forZips(S3ClientBuilder client) {
    return client
        .serviceConfiguration(s3 -> s3.chunkedEncodingEnabled(false))
        .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
        .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED);
  }

  private ClientOverrideConfiguration configuration(RetryStrategy retries) {
    var configuration =
        ClientOverrideConfiguration.builder()
            .retryStrategy(retries)
            .addExecutionInterceptor(new PublishBodyInterceptor())
            .putAdvancedOption(
                SdkAdvancedClientOption.USER_AGENT_SUFFIX, "lambda-layer-maven-plugin");
    String profile = settings.identity().profile();
    if (profile != null) {
      configuration.defaultProfileName(profile);
    }
    return configuration.build();
  }

  @Override
  public void close() {
    http.close();
  }
}
