package io.github.lambdalayer.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.archive.LayerDescriptor;
import io.github.lambdalayer.aws.Timing;
import io.github.lambdalayer.endpoint.Fault;
import io.github.lambdalayer.endpoint.StrictLambdaEndpoint;
import io.github.lambdalayer.layer.Permission;
import io.github.lambdalayer.publish.TargetResult.Status;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What happens when AWS, the network or the pom is not as one would wish. */
class UnhappyPublishingTest extends OnStrictEndpoint {

  private static final String ACCOUNT = StrictLambdaEndpoint.DEFAULT_ACCOUNT;

  private List<Long> versions() {
    return aws.versions(ACCOUNT, Publishing.REGION, NAME).stream()
        .map(version -> version.version())
        .toList();
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
        "PUBLISH_LATE"
      })
  void aVersionWhoseAnswerWasLostIsFoundAndShared(Fault fault) throws IOException {
    LayerDescriptor layer = layer().permissions("public").build();
    aws.faults().lateBy(Duration.ofMillis(100));
    aws.fail("PublishLayerVersion", fault);

    TargetResult found = publishing.publish(layer);

    assertThat(found.status()).isEqualTo(Status.PUBLISHED);
    assertThat(found.duplicates()).isEmpty();
    assertThat(aws.calls("PublishLayerVersion")).hasSize(1);
    assertThat(versions()).containsExactly(1L);
    assertThat(publishing.missing(NAME, new Permission.Everyone())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"RESET_BEFORE", "RESET_MIDDLE", "SERVICE_EXCEPTION_500", "HTML_503", "THROTTLE"})
  void aPublishThatWasNotDoneIsTriedAgain(Fault fault) throws IOException {
    aws.fail("PublishLayerVersion", fault);

    assertThat(publishing.publish(layer().build()).status()).isEqualTo(Status.PUBLISHED);
    assertThat(aws.calls("PublishLayerVersion")).hasSize(2);
    assertThat(versions()).containsExactly(1L);
  }

  @Test
  void aPublishThatNeverSucceedsIsGivenUp() throws IOException {
    publishing.timing = new Timing(Duration.ofSeconds(1), Duration.ofSeconds(5), FastPace.TIMES_50);
    aws.faults((operation, account, region, index) -> always(operation, Fault.HTML_503));

    TargetResult failed = publishing.publish(layer().build());

    assertThat(failed.status()).isEqualTo(Status.FAILED);
    assertThat(failed.reason()).contains("PublishLayerVersion was answered with 503");
    assertThat(publishing.progress).anyMatch(line -> line.contains("Looking for up to 5 s"));
    assertThat(versions()).isEmpty();
  }

  @Test
  void aRunThatEndsBeforeTheOutcomeIsKnownLeavesANoteForTheNext() throws IOException {
    LayerDescriptor layer = layer().build();
    aws.faults().lateBy(Duration.ofMillis(200));
    aws.fail("PublishLayerVersion", Fault.PUBLISH_LATE);
    // The credentials expire in the middle: the first list is that of the preflight.
    aws.faults(
        (operation, account, region, index) ->
            operation.equals("ListLayerVersions") && index == 1
                ? Optional.of(Fault.EXPIRED_TOKEN)
                : Optional.empty());

    TargetResult unknown = publishing.publish(layer);

    assertThat(unknown.status()).isEqualTo(Status.FAILED);
    assertThat(unknown.reason())
        .contains("The credentials have expired")
        .contains("A version may have been made or not")
        .contains("The next run waits until it must be visible");
    TargetResult next = publishing.publish(layer);
    assertThat(next.status()).isEqualTo(Status.PUBLISHED);
    assertThat(publishing.progress).anyMatch(line -> line.contains("An earlier run was stopped"));
    assertThat(aws.calls("PublishLayerVersion")).hasSize(1);
    assertThat(versions()).containsExactly(1L);
    assertThat(publishing.publish(layer).status()).isEqualTo(Status.KEPT);
  }

  private static Optional<Fault> always(String operation, Fault fault) {
    return operation.equals("PublishLayerVersion") ? Optional.of(fault) : Optional.empty();
  }

  @Test
  void aVersionThatCouldNotBeSharedIsReportedWithItsArnAndRepaired() throws IOException {
    LayerDescriptor layer = layer().permissions("account:111122223333").build();
    aws.fail("AddLayerVersionPermission", Fault.ACCESS_DENIED);

    TargetResult unshared = publishing.publish(layer);

    assertThat(unshared.status()).isEqualTo(Status.FAILED);
    assertThat(unshared.version().orElseThrow().arn().version()).isEqualTo(1);
    assertThat(unshared.reason())
        .contains("arn:aws:lambda:eu-west-1:123456789012:layer:my-layer:1 exists")
        .contains("lambda:AddLayerVersionPermission");
    TargetResult repaired = publishing.publish(layer);
    assertThat(repaired.status()).isEqualTo(Status.KEPT);
    assertThat(repaired.granted()).hasSize(1);
    assertThat(versions()).containsExactly(1L);
  }

  @Test
  void aGrantWhoseAnswerWasLostIsFoundWhenItIsRepeated() throws IOException {
    aws.fail("AddLayerVersionPermission", Fault.SERVICE_EXCEPTION_500_AFTER);

    assertThat(publishing.publish(layer().permissions("public").build()).status())
        .isEqualTo(Status.PUBLISHED);
  }

  @Test
  void aGrantThatWasRemovedByHandComesBack() throws IOException {
    LayerDescriptor layer = layer().permissions("account:111122223333", "public").build();
    publishing.publish(layer);
    aws.removeStatement(ACCOUNT, Publishing.REGION, NAME, 1, "account-111122223333");

    TargetResult repaired = publishing.publish(layer);

    assertThat(repaired.status()).isEqualTo(Status.KEPT);
    assertThat(repaired.granted())
        .extracting(Object::toString)
        .containsExactly("account:111122223333");
    assertThat(versions()).containsExactly(1L);
  }

  @Test
  void aGrantOfAnotherNameIsNotAddedTwice() throws IOException {
    publishing.publish(layer().build());
    aws.addStatement(ACCOUNT, Publishing.REGION, NAME, 1, "by-hand", "*", null);

    assertThat(publishing.publish(layer().permissions("public").build()).granted()).isEmpty();
  }

  @Test
  void aStatementInTheWayOfOursIsAnError() throws IOException {
    publishing.publish(layer().build());
    aws.addStatement(ACCOUNT, Publishing.REGION, NAME, 1, "public", "111122223333", null);

    TargetResult result = publishing.publish(layer().permissions("public").build());

    assertThat(result.status()).isEqualTo(Status.FAILED);
    assertThat(result.reason()).contains("removeOtherGrants").contains("--statement-id public");
  }

  @Test
  void whatAKeptVersionGrantsBeyondTheWantedIsTold() throws IOException {
    publishing.publish(layer().permissions("public").build());

    TargetResult narrower = publishing.publish(layer().build());

    assertThat(narrower.status()).isEqualTo(Status.KEPT);
    assertThat(narrower.others()).containsExactly("public (statement public)");
  }

  @Test
  void aRegionThatFailsDoesNotKeepTheOthersFromTheirs() throws IOException {
    LayerDescriptor layer = layer().build();
    aws.failIn("us-east-1", "PublishLayerVersion", Fault.ACCESS_DENIED);

    PublishResult result =
        publishing.publish(Publishing.Wish.of(layer, "us-east-1", Publishing.REGION));

    assertThat(result.targets())
        .extracting(TargetResult::status)
        .containsExactly(Status.FAILED, Status.PUBLISHED);
    assertThat(result.failures()).extracting(TargetResult::region).containsExactly("us-east-1");
  }
}
