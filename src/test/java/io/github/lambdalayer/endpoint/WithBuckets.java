package io.github.lambdalayer.endpoint;

import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** A test with a bucket in the endpoint's region, and the SDK's client for it. */
abstract class WithBuckets extends WithEndpoint {
  static final String BUCKET = "layers";
  static final String KEY = "a b/sdk+1.zip";

  S3Client s3;

  @BeforeEach
  final void makeBucket() {
    s3 = s3(Clients.OWNER, REGION);
    endpoint.s3().bucket(BUCKET, REGION);
  }

  @AfterEach
  final void closeClient() {
    s3.close();
  }

  final S3Client s3(String account, String region) {
    return S3Client.builder()
        .endpointOverride(endpoint.uri())
        .region(Region.of(region))
        .forcePathStyle(true)
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create("AKIA" + account, "secret")))
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .overrideConfiguration(config -> config.retryStrategy(AwsRetryStrategy.doNotRetry()))
        .build();
  }

  final PutObjectResponse put(String key, byte[] content) {
    return s3.putObject(put -> put.bucket(BUCKET).key(key), RequestBody.fromBytes(content));
  }

  static void assertRefused(ThrowingCallable call, int status, String code) {
    Assertions.assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            S3Exception.class,
            e -> {
              Assertions.assertThat(e.statusCode()).isEqualTo(status);
              Assertions.assertThat(e.awsErrorDetails().errorCode()).isEqualTo(code);
            });
  }
}
