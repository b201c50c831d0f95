package io.github.lambdalayer.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.lambdalayer.archive.LayerDescriptor;
import io.github.lambdalayer.endpoint.Fault;
import io.github.lambdalayer.publish.TargetResult.Status;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Signing on bad days: no answer, no record, a job that fails or does not end. */
class SigningTroubleTest extends Signing {

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
  void whatARunThatDiedHasLeftIsRemovedWhenTheContentHasChangedMeanwhile() throws IOException {
    aws.faults().deny(ACCOUNT, "s3:DeleteObject");
    publish(layer().content("A").build());
    assertThat(aws.s3().objects(BUCKET)).hasSize(2);
    aws.faults().allow(ACCOUNT, "s3:DeleteObject");

    assertThat(publish(layer().content("B").build()).status()).isEqualTo(Status.PUBLISHED);

    assertThat(aws.s3().objects(BUCKET)).isEmpty();
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
}
