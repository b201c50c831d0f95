package io.github.lambdalayer.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.archive.LayerDescriptor;
import io.github.lambdalayer.endpoint.Fault;
import io.github.lambdalayer.endpoint.RecordedCall;
import io.github.lambdalayer.endpoint.StrictLambdaEndpoint;
import io.github.lambdalayer.publish.TargetResult.Status;
import io.github.lambdalayer.publish.Upload.Route;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is called where zips go through buckets, and what becomes of objects. */
class ThroughBucketsTest extends OnStrictEndpoint {

  private static final String ACCOUNT = StrictLambdaEndpoint.DEFAULT_ACCOUNT;
  private static final List<String> REGIONS = List.of("eu-west-1", "us-east-1", "ap-south-1");

  @BeforeEach
  void makeBuckets() {
    REGIONS.forEach(region -> aws.s3().bucket("layers-" + region, region));
  }

  private static Options throughBucket() {
    return new Options().through(Route.S3, "layers-{region}");
  }

  private PublishResult publish(LayerDescriptor layer, Options options, String... regions) {
    return publishing.publish(Publishing.Wish.of(layer, regions).with(options));
  }

  private List<String> s3Writes() {
    return aws.calls().stream()
        .filter(call -> call.path().startsWith("/layers-"))
        .map(RecordedCall::operation)
        .filter(operation -> !operation.startsWith("Get") && !operation.startsWith("Head"))
        .sorted()
        .toList();
  }

  private void lose(String bucket) {
    aws.s3().objects(bucket).forEach(key -> aws.s3().lose(bucket, key));
  }

  @Test
  void bytesLeaveThisMachineOnceAndAreCopiedToTheOtherRegions() throws IOException {
    LayerDescriptor layer = layer().build();

    PublishResult result = publish(layer, throughBucket(), REGIONS.toArray(new String[0]));

    assertThat(result.failures()).isEmpty();
    assertThat(s3Writes())
        .containsExactly(
            "CopyObject",
            "CopyObject",
            "DeleteObject",
            "DeleteObject",
            "DeleteObject",
            "PutObject");
    assertThat(aws.calls("PutObject").get(0).requestBytes()).isEqualTo(layer.zip().size());
    assertThat(aws.calls("PublishLayerVersion"))
        .hasSize(3)
        .allSatisfy(call -> assertThat(call.requestBytes()).isLessThan(500));
    REGIONS.forEach(region -> assertThat(aws.s3().objects("layers-" + region)).isEmpty());
  }

  @Test
  void anUnchangedRunDoesNotLookAtTheBucket() throws IOException {
    LayerDescriptor layer = layer().build();
    publish(layer, throughBucket(), "eu-west-1");
    aws.clearCalls();

    publish(layer, throughBucket(), "eu-west-1");

    assertThat(lambdaCalls())
        .containsExactly("ListLayerVersions", "GetLayerVersion", "GetLayerVersionPolicy");
  }

  @Test
  void aKeptObjectIsCalledAfterLayerAndDigest() throws IOException {
    LayerDescriptor layer = layer().build();

    publish(layer, throughBucket().keepObject(), "eu-west-1");

    assertThat(aws.s3().objects("layers-eu-west-1"))
        .singleElement()
        .asString()
        .matches("lambda-layers/my-layer/[0-9a-f]{64}\\.zip");
  }

  @Test
  void whereNothingMayBeCopiedItIsUploadedAgain() throws IOException {
    aws.s3().denyCopy("layers-us-east-1");

    PublishResult result = publish(layer().build(), throughBucket(), "eu-west-1", "us-east-1");

    assertThat(result.failures()).isEmpty();
    assertThat(aws.calls("PutObject")).hasSize(2);
    assertThat(publishing.progress).anyMatch(line -> line.contains("uploaded once more"));
  }

  @Test
  void whoMayNotDeleteObjectsIsToldThatTheyStay() throws IOException {
    aws.faults().deny(ACCOUNT, "s3:DeleteObject");

    PublishResult result = publish(layer().build(), throughBucket(), "eu-west-1");

    assertThat(result.failures()).isEmpty();
    assertThat(publishing.progress)
        .anyMatch(
            line -> line.contains("is left in its bucket") && line.contains("s3:DeleteObject"));
  }

  @Test
  void whatARunCouldNotRemoveTheNextOneRemovesThoughNothingHasChanged() throws IOException {
    LayerDescriptor layer = layer().build();
    aws.faults().deny(ACCOUNT, "s3:DeleteObject");
    publish(layer, throughBucket(), "eu-west-1", "us-east-1");
    aws.faults().allow(ACCOUNT, "s3:DeleteObject");

    PublishResult again = publish(layer, throughBucket(), "eu-west-1", "us-east-1");

    assertThat(again.targets()).extracting(TargetResult::status).containsOnly(Status.KEPT);
    assertThat(aws.s3().objects("layers-eu-west-1")).isEmpty();
    assertThat(aws.s3().objects("layers-us-east-1")).isEmpty();
    aws.clearCalls();
    publish(layer, throughBucket(), "eu-west-1", "us-east-1");
    assertThat(aws.calls("DeleteObject")).isEmpty();
    assertThat(aws.calls("ListMultipartUploads")).isEmpty();
  }

  @Test
  void anObjectThatAnotherPipelineHasRemovedIsUploadedAgain() throws IOException {
    aws.faults(
        (operation, account, region, index) -> {
          if (operation.equals("PublishLayerVersion") && index == 0) {
            lose("layers-eu-west-1");
          }
          return Optional.empty();
        });

    PublishResult result = publish(layer().build(), throughBucket(), "eu-west-1");

    assertThat(result.targets()).extracting(TargetResult::status).containsExactly(Status.PUBLISHED);
    assertThat(aws.calls("PutObject")).hasSize(2);
    assertThat(aws.calls("PublishLayerVersion")).hasSize(2);
    assertThat(publishing.console().numbers(NAME, "eu-west-1")).containsExactly(1L);
  }

  @Test
  void anObjectThatIsRemovedAgainAndAgainIsAFailure() throws IOException {
    aws.faults(
        (operation, account, region, index) -> {
          if (operation.equals("PublishLayerVersion")) {
            lose("layers-eu-west-1");
          }
          return Optional.empty();
        });

    PublishResult result = publish(layer().build(), throughBucket(), "eu-west-1");

    assertThat(result.failures())
        .singleElement()
        .satisfies(failed -> assertThat(failed.reason()).contains("NoSuchKey"));
    assertThat(aws.calls("PublishLayerVersion")).hasSize(4);
  }

  @Test
  void aBucketMayBeCalledAfterTheAccount() throws IOException {
    aws.s3().bucket("own-" + ACCOUNT + "-eu-west-1", "eu-west-1");
    Options options = new Options().through(Route.S3, "own-{account}-{region}");

    assertThat(publish(layer().build(), options, "eu-west-1").failures()).isEmpty();
    assertThat(aws.calls("PutObject"))
        .singleElement()
        .satisfies(call -> assertThat(call.path()).startsWith("/own-123456789012-eu-west-1/"));
  }

  @Test
  void aLargeZipGoesThroughTheBucketInPartsWhereNobodySaysHow() throws IOException {
    Path files = Files.createDirectories(folder.resolve("files"));
    byte[] random = new byte[53_000_000];
    new Random(1).nextBytes(random);
    Files.write(files.resolve("random.bin"), random);
    LayerDescriptor layer = layer().permissions("public").build();
    Options auto = new Options().through(Route.AUTO, "layers-{region}");

    PublishResult result = publish(layer, auto, "eu-west-1", "us-east-1");

    assertThat(result.failures()).isEmpty();
    assertThat(s3Writes())
        .contains("CreateMultipartUpload", "UploadPart", "CompleteMultipartUpload", "CopyObject")
        .doesNotContain("PutObject", "AbortMultipartUpload");
    for (String region : List.of("eu-west-1", "us-east-1")) {
      assertThat(aws.versions(ACCOUNT, region, NAME))
          .singleElement()
          .satisfies(live -> assertThat(live.codeSha256()).isEqualTo(layer.zip().codeSha256()));
      assertThat(aws.s3().objects("layers-" + region)).isEmpty();
      assertThat(aws.s3().multipartUploads("layers-" + region)).isEmpty();
    }
  }

  @Test
  void aSmallZipGoesWithinTheRequestEvenWhereThereIsABucket() throws IOException {
    publish(layer().build(), new Options().through(Route.AUTO, "layers-{region}"), "eu-west-1");

    assertThat(s3Writes()).isEmpty();
  }

  @Test
  void aBucketThatIsBusyForLongerThanTheSdkTriesIsWaitedFor() throws IOException {
    for (int i = 0; i < 8; i++) {
      aws.fail("HeadBucket", Fault.HTML_503);
      aws.fail("PutObject", Fault.THROTTLE);
    }
    aws.faults().retryAfter(0);

    assertThat(publish(layer().build(), throughBucket(), "eu-west-1").failures()).isEmpty();
  }

  @Test
  void whoMayNotReadThePolicyOfABucketLearnsFromLambdaWhatIsMissing() throws IOException {
    aws.s3().bucket("layers", "eu-west-1");
    aws.s3().versioning("layers", true);
    aws.faults().deny(ACCOUNT, "s3:GetBucketPolicy");

    PublishResult result =
        publishing.publish(
            Publishing.Wish.of(layer().build(), "eu-west-1")
                .with(new Options().through(Route.REFERENCE, "layers")));

    assertThat(result.failures())
        .singleElement()
        .satisfies(failed -> assertThat(failed.reason()).contains("PublishLayerVersion"));
  }
}
