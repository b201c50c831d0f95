package io.github.lambdalayer.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;

/** Buckets that clients make themselves. */
final class S3BucketsTest extends WithBuckets {

  @Test
  void aBucketIsMadeInTheRegionThatIsCalledAndBelongsToTheCaller() {
    s3.createBucket(
        make -> make.bucket("mine").createBucketConfiguration(c -> c.locationConstraint(REGION)));

    assertThat(s3.headBucket(head -> head.bucket("mine")).bucketRegion()).isEqualTo(REGION);
    try (S3Client other = s3(Clients.OTHER, REGION)) {
      assertRefused(() -> other.getBucketPolicy(get -> get.bucket("mine")), 403, "AccessDenied");
    }
  }

  @Test
  void theLocationMustBeThatOfTheCallAndInUsEast1NoneAtAll() {
    assertRefused(
        () ->
            s3.createBucket(
                make ->
                    make.bucket("mine")
                        .createBucketConfiguration(c -> c.locationConstraint("us-west-2"))),
        400,
        "IllegalLocationConstraintException");
    try (S3Client east = s3(Clients.OWNER, "us-east-1")) {
      assertThatCode(() -> east.createBucket(make -> make.bucket("mine")))
          .doesNotThrowAnyException();
    }
  }

  @Test
  void aNameIsTakenOnce() {
    assertRefused(
        () ->
            s3.createBucket(
                make ->
                    make.bucket(BUCKET)
                        .createBucketConfiguration(c -> c.locationConstraint(REGION))),
        409,
        "BucketAlreadyExists");
  }

  @Test
  void versioningIsNeverUndoneButSuspended() {
    assertThat(versioning()).isNull();
    version(BucketVersioningStatus.ENABLED);
    assertThat(versioning()).isEqualTo(BucketVersioningStatus.ENABLED);
    version(BucketVersioningStatus.SUSPENDED);
    assertThat(versioning()).isEqualTo(BucketVersioningStatus.SUSPENDED);
  }

  private BucketVersioningStatus versioning() {
    return s3.getBucketVersioning(get -> get.bucket(BUCKET)).status();
  }

  private void version(BucketVersioningStatus status) {
    s3.putBucketVersioning(
        put -> put.bucket(BUCKET).versioningConfiguration(v -> v.status(status)));
  }

  @Test
  void aPolicyIsADocumentWithStatements() {
    for (String policy : new String[] {"no JSON", "[]", "{}"}) {
      assertRefused(
          () -> s3.putBucketPolicy(put -> put.bucket(BUCKET).policy(policy)),
          400,
          "MalformedPolicy");
    }
  }
}
