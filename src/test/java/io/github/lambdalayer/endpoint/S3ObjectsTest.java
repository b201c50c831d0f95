package io.github.lambdalayer.endpoint;

import static io.github.lambdalayer.endpoint.Clients.OTHER;
import static io.github.lambdalayer.endpoint.Clients.OWNER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.MetadataDirective;
import software.amazon.awssdk.services.s3.model.S3Exception;

final class S3ObjectsTest extends WithBuckets {
  private static final byte[] CONTENT = "0123456789".getBytes(StandardCharsets.UTF_8);
  private static final String MD5 = "781e5e245d69b566979b86e28d23f2c7";
  private static final String SHA256 = "hNiYd/DUBB77a/kaFvAkjy/Vc+avBcGflr7bn4gveII=";

  @Test
  void anObjectIsHadAsItWasPut() {
    s3.putObject(
        put ->
            put.bucket(BUCKET)
                .key(KEY)
                .contentType("application/zip")
                .metadata(Map.of("digest", "abc"))
                .checksumAlgorithm(ChecksumAlgorithm.SHA256),
        RequestBody.fromBytes(CONTENT));

    HeadObjectResponse head =
        s3.headObject(get -> get.bucket(BUCKET).key(KEY).checksumMode(ChecksumMode.ENABLED));
    assertThat(head.eTag()).isEqualTo("\"" + MD5 + "\"");
    assertThat(head.contentLength()).isEqualTo(10);
    assertThat(head.contentType()).isEqualTo("application/zip");
    assertThat(head.metadata()).containsExactly(Map.entry("digest", "abc"));
    assertThat(head.checksumSHA256()).isEqualTo(SHA256);
    assertThat(head.versionId()).isNull();
    assertThat(s3.getObjectAsBytes(get -> get.bucket(BUCKET).key(KEY)).asByteArray())
        .isEqualTo(CONTENT);
    assertThat(endpoint.s3().objects(BUCKET)).containsExactly(KEY);
    // More than the content, as the SDK sends it in signed chunks with a checksum behind them.
    assertThat(endpoint.calls("PutObject").get(0).requestBytes()).isBetween(11L, 2000L);
  }

  @ParameterizedTest
  @CsvSource({"bytes=2-4,234", "bytes=7-,789", "bytes=-2,89", "bytes=8-99,89"})
  void aRangeIsAPart(String range, String part) {
    put(KEY, CONTENT);
    assertThat(s3.getObjectAsBytes(get -> get.bucket(BUCKET).key(KEY).range(range)).asUtf8String())
        .isEqualTo(part);
  }

  @Test
  void whatIsNotThereIsNotFound() {
    assertRefused(() -> s3.getObjectAsBytes(get -> get.bucket(BUCKET).key("no")), 404, "NoSuchKey");
    assertRefused(
        () -> s3.getObjectAsBytes(get -> get.bucket("nobody").key("no")), 404, "NoSuchBucket");
    put(KEY, CONTENT);
    assertRefused(
        () -> s3.getObjectAsBytes(get -> get.bucket(BUCKET).key(KEY).range("bytes=10-")),
        416,
        "InvalidRange");
    assertThatThrownBy(() -> s3.headObject(get -> get.bucket(BUCKET).key("no")))
        .isInstanceOfSatisfying(S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(404));
  }

  @Test
  void aBucketTellsWhereItIsAndWhoMayUseIt() {
    assertThat(s3.headBucket(head -> head.bucket(BUCKET)).bucketRegion()).isEqualTo(REGION);
    assertHead(s3, "nobody", 404);
    try (S3Client east = s3(OWNER, "us-east-1")) {
      assertHead(east, BUCKET, 301);
      assertRefused(
          () -> east.getObjectAsBytes(get -> get.bucket(BUCKET).key(KEY)),
          301,
          "PermanentRedirect");
    }
    endpoint.s3().bucketOwner(BUCKET, OTHER);
    assertHead(s3, BUCKET, 403);
    assertRefused(() -> put(KEY, CONTENT), 403, "AccessDenied");
  }

  private static void assertHead(S3Client client, String bucket, int status) {
    assertThatThrownBy(() -> client.headBucket(head -> head.bucket(bucket)))
        .isInstanceOfSatisfying(
            S3Exception.class,
            e -> {
              assertThat(e.statusCode()).isEqualTo(status);
              if (status != 404) {
                assertThat(e.awsErrorDetails().sdkHttpResponse().headers())
                    .hasEntrySatisfying(
                        "X-amz-bucket-region", values -> assertThat(values).contains(REGION));
              }
            });
  }

  @Test
  void aVersionedBucketKeepsWhatIsOverwrittenOrDeleted() {
    endpoint.s3().versioning(BUCKET, true);
    String first = put(KEY, CONTENT).versionId();
    String second = put(KEY, new byte[] {1}).versionId();
    s3.deleteObject(delete -> delete.bucket(BUCKET).key(KEY));

    assertThat(s3.getBucketVersioning(get -> get.bucket(BUCKET)).statusAsString())
        .isEqualTo("Enabled");
    assertThat(first).isNotEqualTo(second);
    assertThat(endpoint.s3().objects(BUCKET)).isEmpty();
    assertRefused(() -> s3.getObjectAsBytes(get -> get.bucket(BUCKET).key(KEY)), 404, "NoSuchKey");
    assertThat(
            s3.getObjectAsBytes(get -> get.bucket(BUCKET).key(KEY).versionId(first)).asByteArray())
        .isEqualTo(CONTENT);
    s3.deleteObject(delete -> delete.bucket(BUCKET).key(KEY).versionId(first));
    assertRefused(
        () -> s3.getObjectAsBytes(get -> get.bucket(BUCKET).key(KEY).versionId(first)),
        404,
        "NoSuchVersion");
  }

  @Test
  void aDamagedBodyIsRefused() {
    assertRefused(
        () ->
            s3.putObject(
                put -> put.bucket(BUCKET).key(KEY).contentMD5("AAAAAAAAAAAAAAAAAAAAAA=="),
                RequestBody.fromBytes(CONTENT)),
        400,
        "BadDigest");
    String wrong = Base64.getEncoder().encodeToString(new byte[32]);
    assertRefused(
        () ->
            s3.putObject(
                put -> put.bucket(BUCKET).key(KEY).checksumSHA256(wrong),
                RequestBody.fromBytes(CONTENT)),
        400,
        "BadDigest");
    assertThat(RawCall.send(raw("0".repeat(64))).body()).contains("XAmzContentSHA256Mismatch");
    assertThat(RawCall.send(raw("UNSIGNED-PAYLOAD")).statusCode()).isEqualTo(200);
    assertThat(endpoint.s3().objects(BUCKET)).containsExactly("raw");
  }

  private HttpRequest.Builder raw(String hash) {
    return RawCall.unsigned(endpoint, "/" + BUCKET + "/raw")
        .header("Authorization", RawCall.authorization("AKIA" + OWNER, "s3"))
        .header("X-Amz-Date", RawCall.DATE)
        .header("x-amz-content-sha256", hash)
        .PUT(HttpRequest.BodyPublishers.ofByteArray(CONTENT));
  }

  @Test
  void anObjectIsPutOnlyWhereThereIsNone() {
    put(KEY, CONTENT);
    assertRefused(
        () ->
            s3.putObject(
                put -> put.bucket(BUCKET).key(KEY).ifNoneMatch("*"),
                RequestBody.fromBytes(CONTENT)),
        412,
        "PreconditionFailed");
  }

  @Test
  void anObjectIsCopiedFromAnotherRegion() {
    endpoint.s3().bucket("east", "us-east-1");
    s3.putObject(
        put -> put.bucket(BUCKET).key(KEY).metadata(Map.of("digest", "abc")),
        RequestBody.fromBytes(CONTENT));
    try (S3Client east = s3(OWNER, "us-east-1")) {
      assertThat(copy(east, MetadataDirective.COPY)).isEqualTo("\"" + MD5 + "\"");
      HeadObjectResponse head = east.headObject(get -> get.bucket("east").key("copy"));
      assertThat(head.metadata()).containsEntry("digest", "abc");
      copy(east, MetadataDirective.REPLACE);
      assertThat(east.headObject(get -> get.bucket("east").key("copy")).metadata()).isEmpty();
      assertThat(east.getObjectAsBytes(get -> get.bucket("east").key("copy")).asByteArray())
          .isEqualTo(CONTENT);
      endpoint.s3().denyCopy(BUCKET);
      assertRefused(() -> copy(east, MetadataDirective.COPY), 403, "AccessDenied");
    }
  }

  private static String copy(S3Client client, MetadataDirective directive) {
    return client
        .copyObject(
            copy ->
                copy.sourceBucket(BUCKET)
                    .sourceKey(KEY)
                    .destinationBucket("east")
                    .destinationKey("copy")
                    .metadataDirective(directive))
        .copyObjectResult()
        .eTag();
  }

  @Test
  void aBucketsPolicyIsHadWhereItHasOne() {
    assertRefused(() -> s3.getBucketPolicy(get -> get.bucket(BUCKET)), 404, "NoSuchBucketPolicy");
    endpoint.s3().bucketPolicy(BUCKET, "{}");
    assertThat(s3.getBucketPolicy(get -> get.bucket(BUCKET)).policy()).isEqualTo("{}");
  }

  @Test
  void faultsSpeakTheProtocolOfTheService() {
    endpoint.fail("PutObject", Fault.THROTTLE);
    endpoint.fail("PutObject", Fault.ANSWER_LOST);
    endpoint.faults().deny(OWNER, "s3:DeleteObject");

    assertRefused(() -> put(KEY, CONTENT), 503, "SlowDown");
    assertThat(endpoint.s3().objects(BUCKET)).isEmpty();
    assertThatThrownBy(() -> put(KEY, CONTENT)).isInstanceOf(SdkException.class);
    assertThat(endpoint.s3().objects(BUCKET)).containsExactly(KEY);
    assertRefused(
        () -> s3.deleteObject(delete -> delete.bucket(BUCKET).key(KEY)), 403, "AccessDenied");
  }
}
