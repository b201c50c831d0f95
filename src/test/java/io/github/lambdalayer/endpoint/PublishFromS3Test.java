package io.github.lambdalayer.endpoint;

import static io.github.lambdalayer.endpoint.Clients.OTHER;
import static io.github.lambdalayer.endpoint.Clients.OWNER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpResponse;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvalidParameterValueException;
import software.amazon.awssdk.services.lambda.model.LambdaException;
import software.amazon.awssdk.services.lambda.model.PublishLayerVersionResponse;

final class PublishFromS3Test extends WithBuckets {
  private static final String LAYER_KEY = "sdk.zip";
  private static final byte[] ZIP = Zips.of("a.txt", "a");
  private static final String POLICY =
      "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\","
          + "\"Principal\":{\"Service\":\"lambda.amazonaws.com\"},"
          + "\"Action\":[\"s3:GetObject\",\"s3:GetObjectVersion\"],"
          + "\"Resource\":\"arn:aws:s3:::layers/*\"}]}";

  @Test
  void anObjectIsPublishedAndItsCopyOutlivesIt() {
    put(LAYER_KEY, ZIP);
    PublishLayerVersionResponse published = publish(lambda, LAYER_KEY);
    s3.deleteObject(delete -> delete.bucket(BUCKET).key(LAYER_KEY));

    assertThat(published.content().codeSize()).isEqualTo(ZIP.length);
    assertThat(endpoint.versions(OWNER, REGION, "sdk").get(0).zip()).isEqualTo(ZIP);
    assertThat(lambda.getAccountSettings().accountUsage().totalCodeSize()).isEqualTo(ZIP.length);
  }

  @Test
  void anObjectMayBeLargerThanACall() {
    byte[] zip = Zips.random(60_000_000);
    put(LAYER_KEY, zip);
    assertThat(publish(lambda, LAYER_KEY).content().codeSize()).isEqualTo(zip.length);
  }

  @Test
  void aPartOfAZipIsDownloaded() {
    put(LAYER_KEY, ZIP);
    URI location = URI.create(publish(lambda, LAYER_KEY).content().location());
    String path = location.getRawPath() + "?" + location.getRawQuery();
    HttpResponse<String> part =
        RawCall.send(RawCall.unsigned(endpoint, path).header("Range", "bytes=0-1"));

    assertThat(part.statusCode()).isEqualTo(206);
    assertThat(part.body()).isEqualTo("PK");
    assertThat(part.headers().firstValue("Content-Range")).contains("bytes 0-1/" + ZIP.length);
  }

  @Test
  void theObjectMustBeThereAndInTheRegionOfTheCall() {
    refused(lambda, "no.zip")
        .hasMessageContaining(
            "Error occurred while GetObject. S3 Error Code: NoSuchKey. S3 Error Message: The"
                + " specified key does not exist.");
    put(LAYER_KEY, ZIP);
    try (LambdaClient east = Clients.client(endpoint, OWNER, "us-east-1")) {
      refused(east, LAYER_KEY)
          .hasMessageContaining(
              "Error occurred while GetObject. S3 Error Code: PermanentRedirect. S3 Error Message:"
                  + " The bucket is in this region: eu-west-1. Please use this region to retry the"
                  + " request");
    }
  }

  @Test
  void theZipIsCheckedAsOneInTheCallIs() {
    put("no.zip", new byte[] {1, 2, 3});
    put("large.zip", Zips.zeros("a.bin", 250L << 20));
    put("larger.zip", Zips.zeros("a.bin", 251L << 20));

    refused(lambda, "no.zip").hasMessageContaining("Could not unzip");
    refused(lambda, "larger.zip").hasMessageContaining("smaller than 262144000 bytes");
    assertThat(publish(lambda, "large.zip").version()).isEqualTo(1);
  }

  @Test
  void anotherAccountsBucketIsDenied() {
    put(LAYER_KEY, ZIP);
    endpoint.s3().bucketOwner(BUCKET, OTHER);
    assertThatThrownBy(() -> publish(lambda, LAYER_KEY))
        .isInstanceOfSatisfying(
            LambdaException.class, e -> assertThat(e.statusCode()).isEqualTo(403))
        .hasMessageContaining("Your access has been denied by S3");
  }

  @Test
  void aReferencedObjectDoesNotCountAndMayGetLost() {
    endpoint.s3().versioning(BUCKET, true);
    endpoint.s3().bucketPolicy(BUCKET, POLICY);
    String version = put(LAYER_KEY, ZIP).versionId();

    assertThat(reference(version).statusCode()).isEqualTo(201);
    endpoint.s3().lose(BUCKET, LAYER_KEY);
    assertThat(lambda.getAccountSettings().accountUsage().totalCodeSize()).isZero();
    assertThat(lambda.listLayerVersions(list -> list.layerName("sdk")).layerVersions()).hasSize(1);
    assertThat(reference(version).body()).contains("NoSuchVersion");
  }

  @Test
  void aReferenceNeedsAVersionOfAVersionedBucket() {
    endpoint.s3().bucketPolicy(BUCKET, POLICY);
    put(LAYER_KEY, ZIP);
    assertThat(reference("null").body()).contains("needs a bucket with versioning");
    assertThat(publishRaw("\"S3ObjectStorageMode\":\"REFERENCE\"").body())
        .contains("S3ObjectVersion is required");
    assertThat(publishRaw("\"S3ObjectStorageMode\":\"MOVE\"").body()).contains("enum value set");
  }

  @Test
  void aPolicyMayNameTheAccountOrUseWildcards() {
    String account = "\"Condition\":{\"StringEquals\":{\"aws:SourceAccount\":\"" + OWNER + "\"}}";
    assertThat(referenceUnder(POLICY.replace("\"Effect\"", account + ",\"Effect\"")))
        .isEqualTo(201);
    assertThat(referenceUnder(POLICY.replace("\"s3:GetObjectVersion\"", "\"s3:Get*\"")))
        .isEqualTo(201);
  }

  @Test
  void aPolicyMustAllowLambdaBothActionsOnTheObject() {
    for (String policy :
        new String[] {
          POLICY.replace(",\"s3:GetObjectVersion\"", ""),
          POLICY.replace("lambda.amazonaws.com", "ec2.amazonaws.com"),
          POLICY.replace("layers/*", "layers/other/*"),
          POLICY.replace("Allow", "Deny"),
          POLICY.replace(
              "\"Effect\"",
              "\"Condition\":{\"StringEquals\":{\"aws:SourceAccount\":\"222222222222\"}},\"Effect\"")
        }) {
      assertThat(referenceUnder(policy)).as(policy).isEqualTo(403);
    }
  }

  private int referenceUnder(String policy) {
    endpoint.s3().versioning(BUCKET, true);
    endpoint.s3().bucketPolicy(BUCKET, policy);
    return reference(put(LAYER_KEY, ZIP).versionId()).statusCode();
  }

  /** The SDK does not know the storage mode yet. */
  private HttpResponse<String> reference(String version) {
    return publishRaw(
        "\"S3ObjectVersion\":\"" + version + "\",\"S3ObjectStorageMode\":\"REFERENCE\"");
  }

  private HttpResponse<String> publishRaw(String fields) {
    return RawCall.publish(
        endpoint,
        "sdk",
        "{\"Content\":{\"S3Bucket\":\"layers\",\"S3Key\":\"sdk.zip\"," + fields + "}}");
  }

  private static AbstractThrowableAssert<?, ?> refused(LambdaClient client, String key) {
    return assertThatThrownBy(() -> publish(client, key))
        .isInstanceOf(InvalidParameterValueException.class);
  }

  private static PublishLayerVersionResponse publish(LambdaClient client, String key) {
    return client.publishLayerVersion(
        request ->
            request.layerName("sdk").content(content -> content.s3Bucket(BUCKET).s3Key(key)));
  }
}
