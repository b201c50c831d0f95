package io.github.lambdalayer.aws;

import io.github.lambdalayer.layer.Messages;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.MetadataDirective;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * One bucket, reached with one identity. All methods throw {@link LambdaCallException} when a call
 * does not succeed.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_Operations.html">S3 API</a>
 */
public final class S3Bucket implements ObjectStore {

  /** From here on a zip is uploaded in parts. */
  static final long MULTIPART_BYTES = 32L << 20;

  static final String CONTENT_TYPE = "application/zip";

  private static final String SHA256 = "sha256";

  private final S3Client s3;
  private final String bucket;
  private final String region;
  private final S3Errors errors;

  /**
   * Over a client of the region.
   *
   * @param region the region that layers are published in
   * @param endpoint what is called, for messages: a URL or S3
   * @param retries repeats calls
   */
  S3Bucket(S3Client s3, String bucket, String region, String endpoint, Retries retries) {
    this.s3 = s3;
    this.bucket = bucket;
    this.region = region;
    this.errors = new S3Errors(bucket, region, endpoint, retries);
  }

  @Override
  public String bucket() {
    return bucket;
  }

  /** The ARN of an object, as policies name it. */
  public String arn(String key) {
    return "arn:" + partition() + ":s3:::" + bucket + "/" + key;
  }

  /** The partition of its region, for example {@code aws}. */
  public String partition() {
    return PartitionMetadata.of(Region.of(region)).id();
  }

  /** Refuses a bucket that does not exist, is in another region or may not be used. */
  public void check() {
    var answer = errors.call("HeadBucket", "", () -> s3.headBucket(r -> r.bucket(bucket)));
    String actual = answer.bucketRegion();
    if (actual != null && !actual.equals(region)) {
      throw errors.elsewhere(actual, null);
    }
  }

  /** The region that the bucket is in. */
  public String location() {
    return errors.call("HeadBucket", "", this::actualRegion);
  }

  private String actualRegion() {
    try {
      return Objects.requireNonNullElse(
          s3.headBucket(r -> r.bucket(bucket)).bucketRegion(), region);
    } catch (S3Exception e) {
      return S3Errors.bucketRegion(e).orElseThrow(() -> e);
    }
  }

  /**
   * {@inheritDoc}
   *
   * <p>An object that may not be looked at counts as absent: without s3:ListBucket, S3 says of one
   * that does not exist that it is forbidden.
   */
  @Override
  public Optional<S3Object> find(String key, long size, String sha256Hex) {
    return errors
        .call("HeadObject", key, () -> head(key))
        .filter(head -> isWanted(head, size, sha256Hex))
        .map(head -> object(key, head.versionId(), size, sha256Hex));
  }

  /** The object of a key, whatever it holds. */
  public Optional<S3Object> look(String key) {
    return errors
        .call("HeadObject", key, () -> head(key))
        .map(head -> object(key, head.versionId(), head.contentLength(), ""));
  }

  private Optional<HeadObjectResponse> head(String key) {
    try {
      return Optional.of(s3.headObject(r -> r.bucket(bucket).key(key)));
    } catch (S3Exception e) {
      if (e.statusCode() == 404 || e.statusCode() == 403) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private static boolean isWanted(HeadObjectResponse head, long size, String sha256Hex) {
    return head.contentLength() != null
        && head.contentLength() == size
        && sha256Hex.equals(head.metadata().get(SHA256));
  }

  @Override
  public S3Object put(String key, Path zip, long size, String sha256Hex) {
    if (size >= MULTIPART_BYTES) {
      var answer = new MultipartUpload(s3, errors, bucket, key).run(zip, size, sha256Hex);
      return made(
          "CompleteMultipartUpload", answer.eTag(), key, answer.versionId(), size, sha256Hex);
    }
    var answer =
        errors.call(
            "PutObject",
            key,
            () ->
                s3.putObject(
                    r ->
                        r.bucket(bucket)
                            .key(key)
                            .contentType(CONTENT_TYPE)
                            .metadata(metadata(sha256Hex))
                            .checksumSHA256(base64(sha256Hex)),
                    new FileRegion(zip, 0, size).body()));
    return made("PutObject", answer.eTag(), key, answer.versionId(), size, sha256Hex);
  }

  static Map<String, String> metadata(String sha256Hex) {
    return Map.of(SHA256, sha256Hex);
  }

  private static String base64(String sha256Hex) {
    return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(sha256Hex));
  }

  private S3Object made(
      String operation,
      @Nullable String eTag,
      String key,
      @Nullable String versionId,
      long size,
      String sha256Hex) {
    if (eTag == null) {
      throw errors.unusable(
          operation, "was answered, but not in S3's form: is there a proxy in between?");
    }
    return object(key, versionId, size, sha256Hex);
  }

  /** {@inheritDoc} S3 does the copying, from another region as well. */
  @Override
  public S3Object copy(S3Object source, String key) {
    CopyObjectResponse answer =
        errors.call(
            "CopyObject",
            key,
            () ->
                s3.copyObject(
                    r ->
                        r.sourceBucket(source.bucket())
                            .sourceKey(source.key())
                            .sourceVersionId(source.versionId())
                            .destinationBucket(bucket)
                            .destinationKey(key)
                            .metadataDirective(MetadataDirective.COPY)
                            .checksumAlgorithm(ChecksumAlgorithm.SHA256)));
    S3Object copy = object(key, answer.versionId(), source.size(), source.sha256());
    String digest =
        answer.copyObjectResult() == null ? null : answer.copyObjectResult().checksumSHA256();
    boolean sameBytes = digest == null || digest.equals(base64(source.sha256()));
    if (!sameBytes || find(key, source.size(), source.sha256()).isEmpty()) {
      throw unlike(source, copy);
    }
    return copy;
  }

  /** A copy that is not the wanted object must not be found by anybody. */
  private LambdaCallException unlike(S3Object source, S3Object copy) {
    var failure =
        errors.unusable(
            "CopyObject",
            Messages.format("made no copy of %s that can be read and is the same", source.uri()));
    try {
      remove(copy);
    } catch (LambdaCallException e) {
      failure.addSuppressed(e);
    }
    return failure;
  }

  @Override
  public void remove(S3Object object) {
    errors.call(
        "DeleteObject",
        object.key(),
        () ->
            s3.deleteObject(r -> r.bucket(bucket).key(object.key()).versionId(object.versionId())));
  }

  /** Ends uploads in parts that a run which died has left. */
  public void abandonUploads(String key) {
    var open =
        errors.call(
            "ListMultipartUploads",
            key,
            () -> s3.listMultipartUploads(r -> r.bucket(bucket).prefix(key)).uploads());
    for (var upload : open) {
      errors.call(
          "AbortMultipartUpload",
          key,
          () ->
              s3.abortMultipartUpload(
                  r -> r.bucket(bucket).key(upload.key()).uploadId(upload.uploadId())));
    }
  }

  /** Whether an object that is replaced stays as an older version. */
  public boolean isVersioned() {
    return errors.call(
            "GetBucketVersioning", "", () -> s3.getBucketVersioning(r -> r.bucket(bucket)).status())
        == BucketVersioningStatus.ENABLED;
  }

  /** The bucket's policy in JSON, if it has one. */
  public Optional<String> policy() {
    return errors.call("GetBucketPolicy", "", this::policyDocument);
  }

  private Optional<String> policyDocument() {
    try {
      return Optional.ofNullable(s3.getBucketPolicy(r -> r.bucket(bucket)).policy());
    } catch (S3Exception e) {
      if (e.awsErrorDetails() != null
          && "NoSuchBucketPolicy".equals(e.awsErrorDetails().errorCode())) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private S3Object object(String key, @Nullable String versionId, long size, String sha256Hex) {
    // What a bucket without versions calls the only one.
    String version = "null".equals(versionId) ? null : versionId;
    return new S3Object(bucket, region, key, version, size, sha256Hex);
  }
}
