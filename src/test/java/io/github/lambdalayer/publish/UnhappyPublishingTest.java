package io.github.lambdalayer.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.archive.LayerDescriptor;
import io.github.lambdalayer.endpoint.Fault;
import io.github.lambdalayer.endpoint.StrictLambdaEndpoint;
import io.github.lambdalayer.publish.TargetResult.Status;
import java.io.IOException;
import java.util.List;
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
      names = {"ANSWER_LOST", "ANSWER_CUT", "ANSWER_GARBLED", "SERVICE_EXCEPTION_500_AFTER"})
  void anUncertainAnswerIsNotRepeatedAndTheNextRunKeepsTheVersion(Fault fault) throws IOException {
    LayerDescriptor layer = layer().permissions("public").build();
    aws.fail("PublishLayerVersion", fault);

    TargetResult lost = publishing.publish(layer);

    assertThat(lost.status()).isEqualTo(Status.FAILED);
    assertThat(lost.reason())
        .contains("PublishLayerVersion")
        .contains("A version may have been made or not")
        .contains("run the goal again");
    assertThat(aws.calls("PublishLayerVersion")).hasSize(1);
    TargetResult next = publishing.publish(layer);
    assertThat(next.status()).isEqualTo(Status.KEPT);
    assertThat(next.granted()).hasSize(1);
    assertThat(versions()).containsExactly(1L);
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"RESET_BEFORE", "SERVICE_EXCEPTION_500", "HTML_503", "THROTTLE"})
  void aPublishThatWasNotDoneIsReportedAndTheNextRunDoesIt(Fault fault) throws IOException {
    LayerDescriptor layer = layer().build();
    aws.fail("PublishLayerVersion", fault);

    assertThat(publishing.publish(layer).status()).isEqualTo(Status.FAILED);
    assertThat(aws.calls("PublishLayerVersion")).hasSize(1);
    assertThat(publishing.publish(layer).status()).isEqualTo(Status.PUBLISHED);
    assertThat(versions()).containsExactly(1L);
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
    assertThat(result.reason()).contains("remove-layer-version-permission").contains("public");
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
    aws.fail("PublishLayerVersion", Fault.ACCESS_DENIED);

    PublishResult result =
        publishing.publish(Publishing.Wish.of(layer, "us-east-1", Publishing.REGION));

    assertThat(result.targets())
        .extracting(TargetResult::status)
        .containsExactly(Status.FAILED, Status.PUBLISHED);
    assertThat(result.failures()).extracting(TargetResult::region).containsExactly("us-east-1");
  }
}
