package io.github.lambdalayer.endpoint;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the zip that a publish call means: in the call itself or in a bucket.
 *
 * <p>The messages for {@code REFERENCE} are this endpoint's own. That mode may take a bucket of
 * another region, as the service is assumed to do.
 */
final class PublishedContent {
  private static final Set<String> S3_FIELDS =
      Set.of("S3Bucket", "S3Key", "S3ObjectVersion", "S3ObjectStorageMode");
  private static final List<String> MODES = List.of("COPY", "REFERENCE");

  private final S3Buckets buckets;

  PublishedContent(S3Buckets buckets) {
    this.buckets = buckets;
  }

  /**
   * A zip on disk.
   *
   * @param counts whether it counts for the code storage
   */
  record Zip(Path file, boolean counts) {}

  private record Source(String bucket, String key, @Nullable String version) {}

  Zip find(JsonObject content, Path inline, Caller caller) {
    boolean zipFile = Json.string(content, "ZipFile") != null;
    boolean s3 = S3_FIELDS.stream().anyMatch(content::has);
    if (zipFile && s3) {
      throw ServiceError.invalid(
          "Please do not provide other FunctionCode parameters when providing a ZipFile.");
    }
    if (s3) {
      return inBucket(content, caller);
    }
    Json.refuseUnknownFields(content, "Content", Set.of("ZipFile"));
    if (!zipFile) {
      throw ServiceError.invalid("Please provide a source for function code.");
    }
    return new Zip(inline, true);
  }

  private Zip inBucket(JsonObject content, Caller caller) {
    Json.refuseUnknownFields(content, "Content", S3_FIELDS);
    Constraints constraints = new Constraints();
    String bucketName =
        constraints.required(
            "content.s3Bucket", Json.string(content, "S3Bucket"), "[0-9A-Za-z\\.\\-_]*(?<!\\.)");
    String key =
        constraints.required("content.s3Key", Json.string(content, "S3Key"), "(?s).{1,1024}");
    String mode = Objects.requireNonNullElse(Json.string(content, "S3ObjectStorageMode"), "COPY");
    constraints.member("content.s3ObjectStorageMode", mode, MODES);
    constraints.check();
    Source source = new Source(bucketName, key, Json.string(content, "S3ObjectVersion"));
    boolean reference = mode.equals("REFERENCE");
    try {
      S3Bucket bucket = buckets.find(bucketName);
      requireReadable(bucket, source, reference, caller);
      S3Object object = bucket.get(key, source.version());
      if (object.marker()) {
        throw S3Error.noSuchKey();
      }
      return new Zip(object.file(), !reference);
    } catch (ServiceError e) {
      throw e.status() == 404 ? fromS3(e.name(), e.message()) : e;
    }
  }

  private static void requireReadable(
      S3Bucket bucket, Source source, boolean reference, Caller caller) {
    if (!reference && !bucket.region().equals(caller.region())) {
      throw fromS3(
          "PermanentRedirect",
          "The bucket is in this region: %s. Please use this region to retry the request"
              .formatted(bucket.region()));
    }
    if (!bucket.usableBy(caller.account())) {
      throw denied("your request credentials have permission to GetObject", source);
    }
    if (reference) {
      requireReferable(bucket, source, caller);
    }
  }

  private static void requireReferable(S3Bucket bucket, Source source, Caller caller) {
    if (source.version() == null) {
      throw ServiceError.invalid("S3ObjectVersion is required for S3ObjectStorageMode REFERENCE.");
    }
    if (!bucket.versioned()) {
      throw ServiceError.invalid(
          "S3ObjectStorageMode REFERENCE needs a bucket with versioning: " + source.bucket());
    }
    String resource =
        "arn:%s:s3:::%s/%s".formatted(caller.partition(), source.bucket(), source.key());
    for (String action : List.of("s3:GetObject", "s3:GetObjectVersion")) {
      if (!S3Policy.allowsLambda(bucket.policy(), action, resource, caller.account())) {
        throw denied("the bucket's policy allows lambda.amazonaws.com " + action, source);
      }
    }
  }

  private static ServiceError fromS3(String code, String message) {
    return ServiceError.invalid(
        "Error occurred while GetObject. S3 Error Code: %s. S3 Error Message: %s"
            .formatted(code, message));
  }

  private static ServiceError denied(String wanted, Source source) {
    return ServiceError.accessDenied(
        "Your access has been denied by S3, please make sure %s for %s/%s."
                .formatted(wanted, source.bucket(), source.key())
            + " S3 Error Code: AccessDenied. S3 Error Message: Access Denied");
  }
}
