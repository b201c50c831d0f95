package io.github.lambdalayer.endpoint;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Amazon S3 with the bucket in the path. */
final class S3Service implements Service {
  private static final Set<String> PLAIN = Set.of("x-id", "versionId", "partNumber");

  private final S3Buckets buckets;
  private final S3BucketOperations bucketOperations;
  private final S3ObjectOperations objects;
  private final S3UploadOperations uploads;

  S3Service(S3Buckets buckets, Path directory) {
    this.buckets = buckets;
    this.bucketOperations = new S3BucketOperations(buckets);
    this.objects = new S3ObjectOperations(buckets, directory);
    this.uploads = new S3UploadOperations(directory);
  }

  @Override
  public String scope() {
    return "s3";
  }

  @Override
  public Route route(Incoming incoming, InputStream body) {
    String[] path = incoming.path().substring(1).split("/", 2);
    String key = path.length < 2 ? "" : path[1];
    Map<String, String> query = Route.query(incoming.uri().getRawQuery());
    String operation =
        key.isEmpty() ? bucketOperation(incoming, query) : objectOperation(incoming, query);
    return new Route(
        path[0].isEmpty() ? Route.UNKNOWN : operation,
        Map.of("bucket", decode(path[0]), "key", decode(key)),
        query);
  }

  private static String bucketOperation(Incoming incoming, Map<String, String> query) {
    if (incoming.method().equals("HEAD")) {
      return "HeadBucket";
    }
    String about =
        Stream.of("versioning", "policy", "uploads")
            .filter(query::containsKey)
            .findFirst()
            .orElse("");
    return switch (incoming.method() + " " + about) {
      case "PUT " -> "CreateBucket";
      case "GET versioning" -> "GetBucketVersioning";
      case "PUT versioning" -> "PutBucketVersioning";
      case "GET policy" -> "GetBucketPolicy";
      case "PUT policy" -> "PutBucketPolicy";
      case "GET uploads" -> "ListMultipartUploads";
      default -> Route.UNKNOWN;
    };
  }

  private static String objectOperation(Incoming incoming, Map<String, String> query) {
    boolean upload = query.containsKey("uploadId");
    boolean plain = PLAIN.containsAll(query.keySet());
    boolean copy = incoming.header("x-amz-copy-source") != null;
    return switch (incoming.method()) {
      case "PUT" -> upload ? (copy ? Route.UNKNOWN : "UploadPart") : put(plain, copy);
      case "POST" -> post(upload, query.containsKey("uploads"));
      case "DELETE" -> upload ? "AbortMultipartUpload" : plain ? "DeleteObject" : Route.UNKNOWN;
      case "HEAD" -> "HeadObject";
      case "GET" -> plain ? "GetObject" : Route.UNKNOWN;
      default -> Route.UNKNOWN;
    };
  }

  private static String put(boolean plain, boolean copy) {
    if (!plain) {
      return Route.UNKNOWN;
    }
    return copy ? "CopyObject" : "PutObject";
  }

  private static String post(boolean upload, boolean begin) {
    if (begin) {
      return "CreateMultipartUpload";
    }
    return upload ? "CompleteMultipartUpload" : Route.UNKNOWN;
  }

  @Override
  public Answer answer(Call call) throws IOException {
    if (call.route().operation().equals(Route.UNKNOWN)) {
      throw ServiceError.user(
          501,
          "NotImplemented",
          "A header you provided implies functionality that is not implemented");
    }
    if (call.route().operation().equals("CreateBucket")) {
      return bucketOperations.create(call);
    }
    S3Bucket bucket = buckets.find(call.route().parameter("bucket"));
    Answer answer = inBucket(call, bucket);
    return answer.withHeader("x-amz-bucket-region", bucket.region());
  }

  private Answer inBucket(Call call, S3Bucket bucket) throws IOException {
    if (!bucket.region().equals(call.caller().region())) {
      return refusal(
          ServiceError.user(
              301,
              "PermanentRedirect",
              "The bucket you are attempting to access must be addressed using the specified"
                  + " endpoint. Please send all future requests to this endpoint."));
    }
    String expectedOwner = call.incoming().header("x-amz-expected-bucket-owner");
    if (!bucket.usableBy(call.caller().account())
        || (expectedOwner != null && !bucket.usableBy(expectedOwner))) {
      return refusal(S3Error.denied());
    }
    return switch (call.route().operation()) {
      case "HeadBucket" -> Answer.empty(200);
      case "GetBucketVersioning" -> S3BucketOperations.versioning(bucket);
      case "PutBucketVersioning" -> S3BucketOperations.version(call, bucket);
      case "GetBucketPolicy" -> S3BucketOperations.policy(bucket);
      case "PutBucketPolicy" -> S3BucketOperations.govern(call, bucket);
      case "ListMultipartUploads" -> S3BucketOperations.uploads(bucket);
      case "PutObject" -> objects.put(call, bucket);
      case "HeadObject", "GetObject" -> objects.get(call, bucket);
      case "DeleteObject" -> objects.delete(call, bucket);
      case "CopyObject" -> objects.copy(call, bucket);
      case "CreateMultipartUpload" -> uploads.create(call, bucket);
      case "UploadPart" -> uploads.part(call, bucket);
      case "CompleteMultipartUpload" -> uploads.complete(call, bucket);
      case "AbortMultipartUpload" -> uploads.abort(call, bucket);
      default -> throw new IllegalStateException(call.route().operation());
    };
  }

  @Override
  public Answer refusal(ServiceError error) {
    String code =
        switch (error.name()) {
          case "TooManyRequestsException" -> "SlowDown";
          case "ServiceException" -> "InternalError";
          case "AccessDeniedException", "MissingAuthenticationTokenException" -> "AccessDenied";
          case "ExpiredTokenException" -> "ExpiredToken";
          case "UnrecognizedClientException" -> "InvalidAccessKeyId";
          case "InvalidSignatureException" -> "SignatureDoesNotMatch";
          case "RequestEntityTooLargeException" -> "EntityTooLarge";
          default -> error.name();
        };
    int status =
        switch (code) {
          case "SlowDown" -> 503;
          case "ExpiredToken", "EntityTooLarge" -> 400;
          default -> error.status();
        };
    return Xml.answer(
        status,
        Xml.parent(
            "Error",
            Xml.element("Code", code),
            Xml.element("Message", error.message()),
            Xml.requestId(),
            Xml.element("HostId", "loopback")));
  }

  private static String decode(String encoded) {
    return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
