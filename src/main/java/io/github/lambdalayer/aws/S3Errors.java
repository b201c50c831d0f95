package io.github.lambdalayer.aws;

import io.github.lambdalayer.aws.LambdaCallException.Kind;
import io.github.lambdalayer.layer.Messages;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Turns what a call on a bucket throws into what a user can act on. */
final class S3Errors {

  /** Where the bucket is, said also in refusals without a body. */
  private static final String REGION_HEADER = "x-amz-bucket-region";

  private static final Set<String> CREDENTIALS =
      Set.of("InvalidAccessKeyId", "SignatureDoesNotMatch", "InvalidToken", "InvalidSecurity");

  private static final Set<String> OTHER_BYTES =
      Set.of(
          "BadDigest", "InvalidDigest", "XAmzContentSHA256Mismatch", "XAmzContentChecksumMismatch");

  private final String bucket;
  private final String region;
  private final CallErrors calls;
  private final Retries retries;

  S3Errors(String bucket, String region, String endpoint, Retries retries) {
    this.bucket = bucket;
    this.retries = retries;
    this.region = region;
    this.calls = new CallErrors(region, endpoint);
  }

  /** Makes a call; all of them can be repeated. */
  <T> T call(String operation, String key, Supplier<T> call) {
    return retries.repeatable(() -> once(operation, key, call));
  }

  private <T> T once(String operation, String key, Supplier<T> call) {
    try {
      return call.get();
    } catch (SdkException e) {
      throw of(operation, key, e);
    } catch (UncheckedIOException e) {
      throw new LambdaCallException(
          Kind.NOT_SENT,
          Messages.format(
              "%s on bucket %s in %s cannot read what is to be sent: %s",
              operation, bucket, region, e.getCause()),
          e);
    }
  }

  /** What became of a call. */
  LambdaCallException of(String operation, String key, SdkException cause) {
    if (!(cause instanceof S3Exception answer)) {
      return calls.of(operation, cause);
    }
    String elsewhere = bucketRegion(answer).orElse(region);
    return elsewhere.equals(region)
        ? answered(operation, key, answer)
        : elsewhere(elsewhere, answer);
  }

  /** A bucket that is in another region than its layers. */
  LambdaCallException elsewhere(String bucketRegion, @Nullable S3Exception cause) {
    return new LambdaCallException(
        Kind.REFUSED,
        Messages.format(
            "<bucket> is '%s' in %s, and that bucket is in %s: Lambda reads only from a bucket in its"
                + " own region. Make a bucket in each region and use {region} in <bucket>, for"
                + " example layers-{region}.",
            bucket, region, bucketRegion),
        cause);
  }

  /** An answer that says success and is not what S3 answers. */
  LambdaCallException unusable(String operation, String what) {
    return new LambdaCallException(
        Kind.UNCERTAIN,
        Messages.format("%s on bucket %s in %s %s", operation, bucket, region, what),
        null);
  }

  private LambdaCallException answered(String operation, String key, S3Exception answer) {
    AwsErrorDetails details = answer.awsErrorDetails();
    String code = details == null ? "" : Objects.requireNonNullElse(details.errorCode(), "");
    String said = details == null ? "" : SafeText.of(details.errorMessage());
    int status = answer.statusCode();
    String message =
        Messages.format(
            "%s was answered with %d %s on bucket %s in %s (request %s): %s%s",
            operation,
            status,
            code,
            bucket,
            region,
            answer.requestId(),
            CallErrors.sentence(said),
            fix(operation, key, code, status));
    return new LambdaCallException(
        kind(code, status), message.trim(), answer, code, status, CallErrors.retryAfter(answer));
  }

  private static Kind kind(String code, int status) {
    if (status == 429 || status == 503 || code.equals("SlowDown")) {
      return Kind.THROTTLED;
    }
    return status >= 500 || status < 300 || status == 408 ? Kind.UNCERTAIN : Kind.REFUSED;
  }

  private String fix(String operation, String key, String code, int status) {
    if (CREDENTIALS.contains(code)) {
      return "Check the credentials: they are not known in this partition, or the secret is wrong.";
    }
    if (code.contains("ExpiredToken")) {
      return "The credentials have expired: get new ones.";
    }
    if (code.equals("NoSuchBucket") || (status == 404 && operation.equals("HeadBucket"))) {
      return Messages.format(
          "There is no bucket '%s': make it in %s, or name another with <bucket>.", bucket, region);
    }
    if (OTHER_BYTES.contains(code)) {
      return "The zip was changed on the way, or since it was built: build it again.";
    }
    if (status == 429 || code.equals("SlowDown")) {
      return "S3 asks for fewer calls: try again later.";
    }
    return status == 403 ? allow(operation, key) : "";
  }

  private String allow(String operation, String key) {
    String arn = "arn:" + partition() + ":s3:::" + bucket;
    String object = arn + "/" + (key.contains("/") ? key.replaceFirst("/[^/]*$", "/*") : "*");
    return switch (operation) {
      case "HeadBucket" ->
          allowed("s3:ListBucket", arn)
              + " If the bucket belongs to somebody else, name one of your own with <bucket>.";
      case "GetBucketPolicy", "GetBucketVersioning" -> allowed("s3:" + operation, arn);
      case "HeadObject" -> allowed("s3:GetObject", object);
      case "CopyObject" ->
          allowed("s3:PutObject", object) + " It needs s3:GetObject on the source as well.";
      case "DeleteObject" -> allowed("s3:DeleteObject and s3:DeleteObjectVersion", object);
      case "ListMultipartUploads" -> allowed("s3:ListBucketMultipartUploads", arn);
      case "AbortMultipartUpload" -> allowed("s3:AbortMultipartUpload", object);
      default -> allowed("s3:PutObject", object);
    };
  }

  private static String allowed(String action, String arn) {
    return Messages.format("Allow the action %s on %s to this identity.", action, arn);
  }

  private String partition() {
    return PartitionMetadata.of(Region.of(region)).id();
  }

  static Optional<String> bucketRegion(S3Exception answer) {
    AwsErrorDetails details = answer.awsErrorDetails();
    return details == null || details.sdkHttpResponse() == null
        ? Optional.empty()
        : details.sdkHttpResponse().firstMatchingHeader(REGION_HEADER);
  }
}
