package io.github.lambdalayer.aws;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** Clients of S3. */
final class S3Clients {

  private S3Clients() {}

  /**
   * A client for the buckets of one region.
   *
   * @param endpoint a URL in place of the service's own, where a bucket is no part of the host's name
   * @param configuration with the SDK's own retries: every call of {@link S3Bucket} can be repeated
   */
  static S3Client client(
      String region,
      AwsCredentialsProvider credentials,
      SdkHttpClient http,
      @Nullable URI endpoint,
      ClientOverrideConfiguration configuration) {
    var client =
        S3Client.builder()
            .region(Region.of(region))
            .credentialsProvider(credentials)
            .httpClient(http)
            .overrideConfiguration(configuration)
            // Every upload says its own checksum; chunks and trailers are more than some emulators
            // and proxies understand.
            .serviceConfiguration(s3 -> s3.chunkedEncodingEnabled(false))
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED);
    if (endpoint != null) {
      client.endpointOverride(endpoint).forcePathStyle(true);
    }
    return client.build();
  }
}
