package io.github.lambdalayer.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.archive.LayerDescriptor;
import io.github.lambdalayer.endpoint.StoredVersion;
import io.github.lambdalayer.layer.Permission;
import io.github.lambdalayer.publish.Publishing.Wish;
import io.github.lambdalayer.publish.TargetResult.Status;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Zips that AWS Signer signs on their way. */
class SigningTest extends Signing {

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
    assertThat(publish(layer, new Options()).reason())
        .matches("version 2 is signed with release/\\w+, and <signingProfile> is not set");
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
}
