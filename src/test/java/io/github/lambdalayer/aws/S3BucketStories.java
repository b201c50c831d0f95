package io.github.lambdalayer.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.lambdalayer.aws.LambdaCallException.Kind;
import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.Sha256;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;

/** What a bucket does for layers, on whatever endpoint. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class S3BucketStories<S extends AutoCloseable> {

  private static final String KEY = "java/core layer/0a1b.zip";
  private static final int LARGE = 40_000_000;

  @TempDir Path folder;

  private final S server;
  private final S3Access here;
  private final S3Access there;
  private String name = "";

  S3BucketStories(S server, Function<S, URI> uri) {
    this.server = server;
    this.here = new S3Access(uri.apply(server), "eu-west-1");
    this.there = new S3Access(uri.apply(server), "us-west-2");
  }

  @AfterAll
  void stop() throws Exception {
    here.close();
    there.close();
    server.close();
  }

  @BeforeEach
  void newBucket() {
    name = "story-" + UUID.randomUUID();
    here.make(name);
    here.reset();
  }

  private record Zip(Path file, long size, String sha256, String base64) {}

  private Zip zip(int size) throws IOException {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    Path file = Files.write(folder.resolve(name + ".zip"), bytes);
    Sha256 digest = Sha256.of(file);
    return new Zip(file, size, digest.hex(), digest.base64());
  }

  private static S3Object put(S3Bucket bucket, Zip zip) {
    return bucket.put(KEY, zip.file(), zip.size(), zip.sha256());
  }

  @Test
  void aSmallZipIsUploadedAtOnceAndFound() throws IOException {
    Zip zip = zip(1_000);
    S3Bucket bucket = here.bucket(name);

    S3Object object = put(bucket, zip);

    assertThat(object).isEqualTo(new S3Object(name, "eu-west-1", KEY, null, 1_000, zip.sha256()));
    assertThat(bucket.find(KEY, 1_000, zip.sha256())).contains(object);
    assertThat(here.bytes(name, KEY)).isEqualTo(Files.readAllBytes(zip.file()));
    assertThat(here.head(name, KEY).contentType()).isEqualTo("application/zip");
    assertThat(here.head(name, KEY).metadata()).isEqualTo(Map.of("sha256", zip.sha256()));
    assertThat(here.calls("PutObject"))
        .singleElement()
        .satisfies(
            call -> {
              assertThat(call.firstMatchingHeader("x-amz-checksum-sha256")).contains(zip.base64());
              assertThat(call.firstMatchingHeader("Content-Length")).contains("1000");
            });
  }

  @Test
  void aLargeZipIsUploadedInPartsWithTheirOwnChecksums() throws IOException {
    Zip zip = zip(LARGE);
    S3Bucket bucket = here.bucket(name);

    S3Object object = put(bucket, zip);

    assertThat(bucket.find(KEY, LARGE, zip.sha256())).contains(object);
    assertThat(here.bytes(name, KEY)).isEqualTo(Files.readAllBytes(zip.file()));
    assertThat(here.head(name, KEY).contentType()).isEqualTo("application/zip");
    assertThat(here.calls("PutObject")).isEmpty();
    assertThat(here.calls("UploadPart"))
        .hasSize(3)
        .allSatisfy(
            call -> assertThat(call.firstMatchingHeader("x-amz-checksum-sha256")).isPresent());
    assertThat(here.unfinished(name)).isEmpty();
  }

  @Test
  void anUploadWhosePartFailsLeavesNothing() throws IOException {
    Zip zip = zip(LARGE);
    here.failPart(2);

    assertThatExceptionOfType(LambdaCallException.class)
        .isThrownBy(() -> put(here.bucket(name), zip))
        .withMessageContaining("UploadPart");

    assertThat(here.calls("AbortMultipartUpload")).hasSize(1);
    assertThat(here.unfinished(name)).isEmpty();
    assertThat(here.bucket(name).find(KEY, LARGE, zip.sha256())).isEmpty();
  }

  @Test
  void anUploadGoesOnWhereOneCallOfAPartFails() throws IOException {
    Zip zip = zip(LARGE);
    here.failPartOnce(3);

    S3Object object = put(here.bucket(name), zip);

    assertThat(here.bucket(name).find(KEY, LARGE, zip.sha256())).contains(object);
    assertThat(here.bytes(name, KEY)).isEqualTo(Files.readAllBytes(zip.file()));
  }

  @Test
  void aZipThatWasChangedIsNotUploadedInParts() throws IOException {
    Zip zip = zip(LARGE);
    Files.write(zip.file(), new byte[LARGE]);

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> put(here.bucket(name), zip))
        .withMessageContaining("is not the zip that was built")
        .satisfies(e -> assertThat(e.needsBuild()).isTrue());
    assertThat(here.unfinished(name)).isEmpty();
  }

  @Test
  void anObjectWithOtherContentIsNotFound() throws IOException {
    Zip zip = zip(1_000);
    S3Bucket bucket = here.bucket(name);
    put(bucket, zip);

    assertThat(bucket.find("other.zip", 1_000, zip.sha256())).isEmpty();
    assertThat(bucket.find(KEY, 1_001, zip.sha256())).isEmpty();
    assertThat(bucket.find(KEY, 1_000, "0" + zip.sha256().substring(1))).isEmpty();
  }

  @Test
  void anObjectIsCopiedToAnotherRegionWithoutBeingSentAgain() throws IOException {
    Zip zip = zip(1_000);
    S3Object source = put(here.bucket(name), zip);
    String other = name + "-there";
    there.make(other);
    there.reset();

    S3Object copy = there.bucket(other).copy(source, KEY);

    assertThat(copy).isEqualTo(new S3Object(other, "us-west-2", KEY, null, 1_000, zip.sha256()));
    assertThat(there.bucket(other).find(KEY, 1_000, zip.sha256())).contains(copy);
    assertThat(there.bytes(other, KEY)).isEqualTo(Files.readAllBytes(zip.file()));
    assertThat(there.head(other, KEY).contentType()).isEqualTo("application/zip");
    assertThat(there.calls("PutObject")).isEmpty();
  }

  @Test
  void theVersionThatIsMeantIsCopiedAndRemoved() throws IOException {
    here.version(name);
    Zip zip = zip(1_000);
    S3Bucket bucket = here.bucket(name);
    S3Object first = put(bucket, zip);
    S3Object second = put(bucket, zip);
    assertThat(first.versionId()).isNotNull().isNotEqualTo(second.versionId());
    assertThat(bucket.find(KEY, 1_000, zip.sha256())).contains(second);

    S3Object copy = bucket.copy(first, "copy.zip");
    bucket.remove(second);

    assertThat(copy.versionId()).isNotNull();
    assertThat(bucket.find(KEY, 1_000, zip.sha256())).contains(first);
    assertThat(bucket.find("copy.zip", 1_000, zip.sha256())).contains(copy);
  }

  @Test
  void aLargeZipHasAVersionToo() throws IOException {
    here.version(name);
    Zip zip = zip(LARGE);

    S3Object object = put(here.bucket(name), zip);

    assertThat(object.versionId()).isNotNull();
    assertThat(here.bucket(name).find(KEY, LARGE, zip.sha256())).contains(object);
  }

  @Test
  void whatIsRemovedIsGoneAndCanBeRemovedAgain() throws IOException {
    Zip zip = zip(1_000);
    S3Bucket bucket = here.bucket(name);
    S3Object object = put(bucket, zip);

    bucket.remove(object);
    bucket.remove(object);

    assertThat(bucket.find(KEY, 1_000, zip.sha256())).isEmpty();
  }

  @Test
  void aBucketTellsWhetherItHasVersions() {
    assertThat(here.bucket(name).isVersioned()).isFalse();
    here.version(name);
    assertThat(here.bucket(name).isVersioned()).isTrue();
    here.versioning(name, BucketVersioningStatus.SUSPENDED);
    assertThat(here.bucket(name).isVersioned()).isFalse();
  }

  @Test
  void aBucketTellsItsPolicy() {
    S3Bucket bucket = here.bucket(name);
    assertThat(bucket.policy()).isEmpty();
    String statement = BucketPolicy.missingStatement("aws", name, "java/", null);

    here.policy(name, "{\"Version\": \"2012-10-17\", \"Statement\": [" + statement + "]}");

    assertThat(bucket.policy().map(BucketPolicy::parse))
        .hasValueSatisfying(policy -> assertThat(policy.letsLambdaRead(bucket.arn(KEY))).isTrue());
  }

  @Test
  void aBucketInItsRegionIsAccepted() {
    here.bucket(name).check();
  }

  @Test
  void aBucketInAnotherRegionIsRefused() {
    assertThatExceptionOfType(LambdaCallException.class)
        .isThrownBy(() -> there.bucket(name).check())
        .withMessageStartingWith(
            "<bucket> is '%s' in us-west-2, and that bucket is in eu-west-1: Lambda reads only",
            name)
        .withMessageContaining("use {region} in <bucket>")
        .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.REFUSED));
  }

  @Test
  void aBucketThatDoesNotExistIsNamed() {
    assertThatExceptionOfType(LambdaCallException.class)
        .isThrownBy(() -> here.bucket(name + "-not").check())
        .withMessageContaining(
            "There is no bucket '%s-not': make it in eu-west-1, or name another with <bucket>.",
            name)
        .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.REFUSED));
  }

  @Test
  void everyCallOnABucketThatDoesNotExistSaysSo() throws IOException {
    Zip zip = zip(1_000);
    S3Bucket none = here.bucket(name + "-not");

    assertThatExceptionOfType(LambdaCallException.class)
        .isThrownBy(() -> put(none, zip))
        .withMessageContaining("There is no bucket '%s-not'", name);
    assertThatExceptionOfType(LambdaCallException.class)
        .isThrownBy(none::policy)
        .withMessageContaining("There is no bucket '%s-not'", name);
  }

  @Test
  void aSourceThatIsGoneCannotBeCopied() {
    var gone = new S3Object(name, "eu-west-1", "gone.zip", null, 1, "00");

    assertThatExceptionOfType(LambdaCallException.class)
        .isThrownBy(() -> here.bucket(name).copy(gone, KEY))
        .withMessageStartingWith("CopyObject was answered with 404 NoSuchKey on bucket " + name)
        .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.REFUSED));
  }
}
