package io.github.lambdalayer.publish;

import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;

/** Makes buckets as their owner does, in the account of the tests. */
final class Buckets {

  private final URI endpoint;

  Buckets(URI endpoint) {
    this.endpoint = endpoint;
  }

  void make(String bucket, String region) {
    try (S3Client s3 = s3(region)) {
      s3.createBucket(
          make -> {
            make.bucket(bucket);
            if (!region.equals("us-east-1")) {
              make.createBucketConfiguration(c -> c.locationConstraint(region));
            }
          });
    }
  }

  /** A bucket that Lambda may read its layers from for good. */
  void makeForReferences(String bucket, String region) {
    make(bucket, region);
    version(bucket, region);
    try (S3Client s3 = s3(region)) {
      s3.putBucketPolicy(put -> put.bucket(bucket).policy(policy(bucket)));
    }
  }

  /** From now on the bucket keeps what is replaced or deleted. */
  void version(String bucket, String region) {
    try (S3Client s3 = s3(region)) {
      s3.putBucketVersioning(
          put ->
              put.bucket(bucket)
                  .versioningConfiguration(v -> v.status(BucketVersioningStatus.ENABLED)));
    }
  }

  /** An upload that somebody has begun and left. */
  void beginUpload(String bucket, String region, String key) {
    try (S3Client s3 = s3(region)) {
      s3.createMultipartUpload(begin -> begin.bucket(bucket).key(key));
    }
  }

  static String policy(String bucket) {
    return """
        {"Version": "2012-10-17", "Statement": [{
          "Effect": "Allow",
          "Principal": {"Service": "lambda.amazonaws.com"},
          "Action": ["s3:GetObject", "s3:GetObjectVersion"],
          "Resource": "arn:aws:s3:::%s/*"}]}
        """
        .formatted(bucket);
  }

  private S3Client s3(String region) {
    return S3Client.builder()
        .endpointOverride(endpoint)
        .region(Region.of(region))
        .forcePathStyle(true)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIATEST", "secret")))
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .build();
  }
}
