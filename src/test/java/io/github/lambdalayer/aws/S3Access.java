package io.github.lambdalayer.aws;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;

/** Buckets of one region as the plugin reaches them, and what it sends. */
final class S3Access implements AutoCloseable {

  /** A request as it was sent. */
  record Sent(String operation, SdkHttpRequest request) {}

  final List<Sent> calls = new CopyOnWriteArrayList<>();

  private final String region;

  /** Those of the client are what is tested. */
  static final Retries RETRIES = new Retries(new Timing(Duration.ZERO, Duration.ZERO, Pace.REAL));

  private final SdkHttpClient http = UrlConnectionHttpClient.create();
  private final S3Client s3;
  private final AtomicInteger failures = new AtomicInteger();
  private volatile int failing;

  S3Access(URI endpoint, String region) {
    this.region = region;
    this.s3 =
        Clients.forZips(S3Client.builder())
            .region(Region.of(region))
            .credentialsProvider(
                StaticCredentialsProvider.create(
                    AwsBasicCredentials.create("AKIA111111111111", "secret")))
            .httpClient(http)
            .endpointOverride(endpoint)
            .forcePathStyle(true)
            .overrideConfiguration(
                ClientOverrideConfiguration.builder()
                    .retryStrategy(AwsRetryStrategy.standardRetryStrategy())
                    .addExecutionInterceptor(new Recorder())
                    .build())
            .build();
  }

  S3Bucket bucket(String name) {
    return new S3Bucket(s3, name, region, "S3", RETRIES);
  }

  void make(String name) {
    s3.createBucket(
        r -> r.bucket(name).createBucketConfiguration(c -> c.locationConstraint(region)));
  }

  void version(String name) {
    versioning(name, BucketVersioningStatus.ENABLED);
  }

  void versioning(String name, BucketVersioningStatus status) {
    s3.putBucketVersioning(
        r -> r.bucket(name).versioningConfiguration(versioning -> versioning.status(status)));
  }

  void policy(String name, String policy) {
    s3.putBucketPolicy(r -> r.bucket(name).policy(policy));
  }

  HeadObjectResponse head(String name, String key) {
    return s3.headObject(r -> r.bucket(name).key(key));
  }

  byte[] bytes(String name, String key) {
    return s3.getObjectAsBytes(r -> r.bucket(name).key(key)).asByteArray();
  }

  List<MultipartUpload> unfinished(String name) {
    return s3.listMultipartUploads(r -> r.bucket(name)).uploads();
  }

  List<SdkHttpRequest> calls(String operation) {
    return calls.stream().filter(c -> c.operation().equals(operation)).map(Sent::request).toList();
  }

  /** Lets every sending of a part fail. */
  void failPart(int number) {
    failing = number;
    failures.set(Integer.MAX_VALUE);
  }

  void failPartOnce(int number) {
    failing = number;
    failures.set(1);
  }

  void reset() {
    failures.set(0);
    calls.clear();
  }

  @Override
  public void close() {
    s3.close();
    http.close();
  }

  private final class Recorder implements ExecutionInterceptor {

    @Override
    public void beforeTransmission(
        Context.BeforeTransmission context, ExecutionAttributes attributes) {
      String operation = attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
      calls.add(new Sent(operation, context.httpRequest()));
      if (context.request() instanceof UploadPartRequest part
          && part.partNumber() == failing
          && failures.getAndDecrement() > 0) {
        throw RetryableException.create("the line is dead");
      }
    }
  }
}
