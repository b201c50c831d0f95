package io.github.lambdalayer.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.lambdalayer.archive.LayerDescriptor;
import io.github.lambdalayer.endpoint.Fault;
import io.github.lambdalayer.endpoint.StoredVersion;
import io.github.lambdalayer.endpoint.StrictLambdaEndpoint;
import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.Permission;
import io.github.lambdalayer.publish.Publishing.Wish;
import io.github.lambdalayer.publish.TargetResult.Status;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Zips that AWS Signer signs on their way. */
class SigningTest extends OnStrictEndpoint {

  private static final String ACCOUNT = StrictLambdaEndpoint.DEFAULT_ACCOUNT;
  private static final String REGION = Publishing.REGION;
  private static final String OTHER_REGION = "us-west-2";
  private static final String BUCKET = "layers-" + REGION;

  @BeforeEach
  void makeBuckets() {
    for (String region : List.of(REGION, OTHER_REGION)) {
      aws.s3().bucket("layers-" + region, region);
      aws.s3().versioning("layers-" + region, true);
      aws.signer().profile(ACCOUNT, region, "release");
    }
  }

  private Options signed() {
    return new Options().through(Upload.Route.AUTO, "layers-{region}").signed("release");
  }

  private TargetResult publish(LayerDescriptor layer) {
    return publish(layer, signed());
  }

  private TargetResult publish(LayerDescriptor layer, Options options) {
    return publishing.publish(Wish.of(layer, REGION).with(options)).targets().get(0);
  }

  private List<StoredVersion> versions(String region) {
    return aws.versions(ACCOUNT, region, NAME);
  }

  private List<Long> numbers() {
    return versions(REGION).stream().map(StoredVersion::version).toList();
  }

  @Test
  void whatIsPublishedIsTheSignedZip() throws IOException {
    LayerDescriptor layer = layer().permissions("public").build();

    TargetResult result = publish(layer);

    assertThat(result.reason()).isEqualTo("the layer has no version yet");
    assertThat(result.status()).isEqualTo(Status.PUBLISHED);
    StoredVersion version = versions(REGION).get(0);
    assertThat(version.signature()).isNotNull();
    assertThat(version.codeSha256()).isNotEqualTo(layer.zip().codeSha256());
    assertThat(result.version().orElseThrow().codeSha256()).isEqualTo(version.codeSha256());
    assertThat(publishing.missing(NAME, new Permission.Everyone())).isEmpty();
    assertThat(aws.signer().jobs()).hasSize(1);
    assertThat(aws.s3().objects(BUCKET)).isEmpty();
  }

  @Test
  void anUnchangedRunMakesNeitherVersionNorJob() throws IOException {
    LayerDescriptor layer = layer().build();
    publish(layer);
    aws.clearCalls();

    assertThat(publish(layer).status()).isEqualTo(Status.KEPT);

    assertThat(aws.calls("StartSigningJob")).isEmpty();
    assertThat(aws.calls("PublishLayerVersion")).isEmpty();
    assertThat(aws.calls("PutObject")).isEmpty();
    assertThat(lambdaCalls()).hasSizeLessThanOrEqualTo(5);
  }

  @Test
  void eachRegionSignsWithItsOwnProfileAndItsOwnObject() throws IOException {
    LayerDescriptor layer = layer().build();

    PublishResult both = publishing.publish(Wish.of(layer, REGION, OTHER_REGION).with(signed()));

    assertThat(both.failures()).isEmpty();
    assertThat(versions(REGION).get(0).codeSha256())
        .isNotEqualTo(versions(OTHER_REGION).get(0).codeSha256());
    assertThat(aws.calls("PutObject")).hasSize(1);
    assertThat(publishing.publish(Wish.of(layer, REGION, OTHER_REGION).with(signed())).targets())
        .extracting(TargetResult::status)
        .containsOnly(Status.KEPT);
  }

  @Test
  void changedContentIsSignedAndPublished() throws IOException {
    publish(layer().content("A").build());

    assertThat(publish(layer().content("B").build()).reason())
        .isEqualTo("the content differs from that of version 1");
    assertThat(publish(layer().content("A").build()).status()).isEqualTo(Status.PUBLISHED);

    assertThat(numbers()).containsExactly(3L, 2L, 1L);
    assertThat(aws.signer().jobs()).hasSize(3);
  }

  @Test
  void anUnsignedVersionIsFollowedByASignedOneAndTheOtherWayRound() throws IOException {
    LayerDescriptor layer = layer().build();
    publish(layer, new Options());

    assertThat(publish(layer).reason()).isEqualTo("version 1 is not signed");
    assertThat(publish(layer, new Options()).reason()).contains("the content differs");
    assertThat(numbers()).containsExactly(3L, 2L, 1L);
  }

  @Test
  void aNewVersionOfTheProfileSignsAnew() throws IOException {
    LayerDescriptor layer = layer().build();
    publish(layer);
    String version = aws.signer().profile(ACCOUNT, REGION, "release");

    TargetResult again = publish(layer);

    assertThat(again.status()).isEqualTo(Status.PUBLISHED);
    assertThat(again.reason())
        .matches("version 1 is signed with release/\\w+, not with .*" + version);
    assertThat(publish(layer).status()).isEqualTo(Status.KEPT);
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {
        "THROTTLE",
        "SERVICE_EXCEPTION_500",
        "SERVICE_EXCEPTION_500_AFTER",
        "HTML_503",
        "BAD_GATEWAY_502_AFTER",
        "RESET_BEFORE",
        "RESET_MIDDLE",
        "ANSWER_LOST",
        "ANSWER_CUT",
        "ANSWER_GARBLED"
      })
  void aLostAnswerOfAJobMakesNoSecondOne(Fault fault) throws IOException {
    aws.fail("StartSigningJob", fault);
    aws.fail("DescribeSigningJob", fault);
    aws.fail("GetSigningProfile", fault);

    assertThat(publish(layer().build()).status()).isEqualTo(Status.PUBLISHED);

    assertThat(aws.signer().jobs()).hasSize(1);
    assertThat(numbers()).containsExactly(1L);
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {
        "ANSWER_LOST",
        "ANSWER_CUT",
        "ANSWER_GARBLED",
        "SERVICE_EXCEPTION_500_AFTER",
        "BAD_GATEWAY_502_AFTER",
        "PUBLISH_LATE",
        "SERVICE_EXCEPTION_500",
        "RESET_MIDDLE"
      })
  void aLostAnswerOfAPublishMakesNoSecondVersion(Fault fault) throws IOException {
    aws.faults().lateBy(Duration.ofMillis(100));
    aws.fail("PublishLayerVersion", fault);
    LayerDescriptor layer = layer().permissions("public").build();

    assertThat(publish(layer).status()).isEqualTo(Status.PUBLISHED);

    assertThat(numbers()).containsExactly(1L);
    assertThat(aws.signer().jobs()).hasSize(1);
    assertThat(publish(layer).status()).isEqualTo(Status.KEPT);
  }

  @Test
  void aRunThatDiedAfterThePublishIsAdopted() throws IOException {
    LayerDescriptor layer = layer().build();
    aws.faults().lateBy(Duration.ofMillis(200));
    aws.fail("PublishLayerVersion", Fault.PUBLISH_LATE);
    aws.faults(
        (operation, account, region, index) ->
            operation.equals("ListLayerVersions") && index == 1
                ? Optional.of(Fault.EXPIRED_TOKEN)
                : Optional.empty());
    assertThat(publish(layer).status()).isEqualTo(Status.FAILED);

    assertThat(publish(layer).status()).isEqualTo(Status.PUBLISHED);

    assertThat(numbers()).containsExactly(1L);
    assertThat(aws.signer().jobs()).hasSize(1);
  }

  @Test
  void aJobThatTakesTooLongIsGoneOnWithByTheNextRun() throws IOException {
    aws.signer().pending(1_000);
    LayerDescriptor layer = layer().build();

    TargetResult late = publish(layer);

    assertThat(late.status()).isEqualTo(Status.FAILED);
    assertThat(late.reason())
        .contains("is still in progress after 60 s")
        .contains("<signingTimeout>");
    aws.signer().finish();
    assertThat(publish(layer).status()).isEqualTo(Status.PUBLISHED);
    assertThat(aws.signer().jobs()).hasSize(1);
    assertThat(aws.s3().objects(BUCKET)).isEmpty();
  }

  @Test
  void aJobThatFailsSaysWhyAndTheNextRunStartsAnother() throws IOException {
    aws.signer().failNext("The zip file is malformed");
    LayerDescriptor layer = layer().build();

    TargetResult failed = publish(layer);

    assertThat(failed.status()).isEqualTo(Status.FAILED);
    assertThat(failed.reason())
        .startsWith("AWS Signer could not sign my-layer in eu-west-1")
        .endsWith("The zip file is malformed");
    assertThat(aws.s3().objects(BUCKET)).isEmpty();
    assertThat(publish(layer).status()).isEqualTo(Status.PUBLISHED);
    assertThat(aws.signer().jobs()).hasSize(2);
  }

  @Test
  void aJobThatHasFailedIsNotFoundAgainByWhoKeepsObjects() throws IOException {
    aws.signer().failNext("The zip file is malformed");
    LayerDescriptor layer = layer().build();
    assertThat(publish(layer, signed().keepObject()).status()).isEqualTo(Status.FAILED);

    assertThat(publish(layer, signed().keepObject()).status()).isEqualTo(Status.PUBLISHED);
  }

  @Test
  void whenTheRecordIsGoneAVersionIsMadeOnce() throws IOException {
    LayerDescriptor layer = layer().build();
    publish(layer);
    aws.signer().forgetJobs();

    assertThat(publish(layer).reason())
        .isEqualTo("there is no record any more of what was signed as version 1");
    assertThat(publish(layer).status()).isEqualTo(Status.KEPT);
    assertThat(numbers()).containsExactly(2L, 1L);
  }

  @Test
  void whoMayNotReadTheRecordPublishesNothing() throws IOException {
    LayerDescriptor layer = layer().build();
    publish(layer);
    aws.faults().deny(ACCOUNT, "signer:DescribeSigningJob");

    assertThatExceptionOfType(PreflightException.class)
        .isThrownBy(() -> publish(layer))
        .withMessageContaining("Allow the action signer:DescribeSigningJob to this identity");
    assertThat(numbers()).containsExactly(1L);
  }

  @Test
  void signedVersionsGetEqualNumbersToo() throws IOException {
    aws.publishByHand(ACCOUNT, OTHER_REGION, NAME, Contents.zip("old"), "old");
    LayerDescriptor layer = layer().build();
    Wish wish = Wish.of(layer, REGION, OTHER_REGION).with(signed().alignVersions());

    assertThat(publishing.publish(wish).failures()).isEmpty();

    assertThat(numbers()).containsExactly(2L);
    assertThat(versions(OTHER_REGION).get(0).version()).isEqualTo(2);
    assertThat(publishing.publish(wish).targets())
        .extracting(TargetResult::status)
        .containsOnly(Status.KEPT);
    assertThat(aws.signer().jobs()).hasSize(2);
  }

  @Test
  void whatARunThatDiedHasLeftIsRemovedWhenTheContentHasChangedMeanwhile() throws IOException {
    aws.faults().deny(ACCOUNT, "s3:DeleteObject");
    publish(layer().content("A").build());
    assertThat(aws.s3().objects(BUCKET)).hasSize(2);
    aws.faults().allow(ACCOUNT, "s3:DeleteObject");

    assertThat(publish(layer().content("B").build()).status()).isEqualTo(Status.PUBLISHED);

    assertThat(aws.s3().objects(BUCKET)).isEmpty();
  }

  @Test
  void keptObjectsAreUsedAgain() throws IOException {
    LayerDescriptor layer = layer().build();
    publish(layer, signed().keepObject());

    assertThat(publish(layer, signed().keepObject().force()).status()).isEqualTo(Status.PUBLISHED);

    assertThat(aws.signer().jobs()).hasSize(1);
    assertThat(aws.s3().objects(BUCKET))
        .hasSize(2)
        .anyMatch(key -> key.matches("lambda-layers/my-layer/[0-9a-f]{64}\\.zip"))
        .anyMatch(key -> key.matches("lambda-layers/my-layer/signed-[0-9a-f-]+\\.zip"));
  }

  @Test
  void aSignedObjectThatIsGoneIsMadeAnew() throws IOException {
    LayerDescriptor layer = layer().build();
    publish(layer, signed().keepObject());
    aws.s3().objects(BUCKET).stream()
        .filter(key -> key.contains("/signed-"))
        .forEach(key -> aws.s3().lose(BUCKET, key));

    assertThat(publish(layer, signed().keepObject().force()).status()).isEqualTo(Status.PUBLISHED);
    assertThat(aws.signer().jobs()).hasSize(2);
  }

  @Test
  void lambdaCanReferToTheSignedZip() throws IOException {
    aws.s3().bucketPolicy(BUCKET, Buckets.policy(BUCKET));
    Options options =
        new Options().through(Upload.Route.REFERENCE, "layers-{region}").signed("release");
    LayerDescriptor layer = layer().build();

    assertThat(publish(layer, options).status()).isEqualTo(Status.PUBLISHED);

    assertThat(aws.s3().objects(BUCKET))
        .singleElement()
        .asString()
        .startsWith("lambda-layers/reference/my-layer/signed-");
    assertThat(publish(layer, options).status()).isEqualTo(Status.KEPT);
  }

  @ParameterizedTest
  @CsvSource({
    "missing, there is no such profile. Make it with: aws signer put-signing-profile",
    "iot, 'signs for AWSIoTDeviceManagement-SHA256-ECDSA, not for AWSLambda-SHA384-ECDSA'",
    "canceled, that profile is Canceled",
    "revoked, that profile is Revoked",
    "release/aaaaaaaaaa, and Signer signs with no other",
    "arn:aws:signer:us-west-2:123456789012:/signing-profiles/release, in another region"
  })
  void whatCannotSignIsRefusedBeforeTheFirstWrite(String profile, String reason)
      throws IOException {
    String iot = "AWSIoTDeviceManagement-SHA256-ECDSA";
    aws.signer().profile(ACCOUNT, REGION, "iot", iot, "Active");
    aws.signer().profile(ACCOUNT, REGION, "canceled", "AWSLambda-SHA384-ECDSA", "Canceled");
    aws.signer().profile(ACCOUNT, REGION, "revoked", "AWSLambda-SHA384-ECDSA", "Revoked");
    LayerDescriptor layer = layer().build();

    assertThatExceptionOfType(PreflightException.class)
        .isThrownBy(
            () ->
                publish(
                    layer,
                    new Options().through(Upload.Route.S3, "layers-{region}").signed(profile)))
        .withMessageContaining("<signingProfile> is '" + profile + "'")
        .withMessageContaining(reason);
    assertThat(aws.calls("PutObject")).isEmpty();
  }

  @Test
  void aBucketWithoutVersionsIsRefused() throws IOException {
    aws.s3().versioning(BUCKET, false);
    LayerDescriptor layer = layer().build();

    assertThatExceptionOfType(PreflightException.class)
        .isThrownBy(() -> publish(layer))
        .withMessageContaining(
            "<signingProfile> is 'release', and the bucket 'layers-eu-west-1' keeps no versions");
  }

  @Test
  void withoutABucketNothingCanBeSigned() throws IOException {
    LayerDescriptor layer = layer().build();

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> publish(layer, new Options().signed("release")))
        .withMessageStartingWith("<signingProfile> is 'release', and <bucket> is not set");
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(
            () ->
                publish(
                    layer, new Options().through(Upload.Route.INLINE, BUCKET).signed("release")))
        .withMessageContaining("<upload> is 'inline'");
  }

  @Test
  void aProfileOfAnotherAccountIsNamedByItsArn() throws IOException {
    aws.signer().profile("111122223333", REGION, "central");
    String arn = "arn:aws:signer:eu-west-1:111122223333:/signing-profiles/central";
    LayerDescriptor layer = layer().build();
    Options options = new Options().through(Upload.Route.S3, BUCKET).signed(arn);

    assertThat(publish(layer, options).status()).isEqualTo(Status.PUBLISHED);
    assertThat(publish(layer, options).status()).isEqualTo(Status.KEPT);
  }

  @ParameterizedTest
  @CsvSource({
    "a",
    "my-profile",
    "release/short",
    "arn:aws:signer:eu-west-1:1:/signing-profiles/x1"
  })
  void whatIsNoProfileIsRefused(String value) {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> SigningProfile.parse(value, Duration.ofSeconds(1)))
        .withMessageStartingWith("<signingProfile> is '" + value + "': write a profile's name");
  }
}
