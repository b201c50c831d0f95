package io.github.lambdalayer.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.lambdalayer.archive.LayerDescriptor;
import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.publish.TargetResult.Status;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can sign, and what is refused before anything is written. */
class SigningProfilesTest extends Signing {

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
