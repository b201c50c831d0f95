package io.github.lambdalayer.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.archive.LayerDescriptor;
import io.github.lambdalayer.endpoint.Fault;
import io.github.lambdalayer.endpoint.RecordedCall;
import io.github.lambdalayer.endpoint.StrictLambdaEndpoint;
import io.github.lambdalayer.publish.TargetResult.Status;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Who may use a version no longer. Not on moto, which refuses every removal that names a revision: it
 * compares a list with a text.
 */
class RevokingTest extends OnStrictEndpoint {

  private static final String ACCOUNT = StrictLambdaEndpoint.DEFAULT_ACCOUNT;
  private static final String ALICE = "account:111122223333";
  private static final String BOB = "account:444455556666";

  private TargetResult publish(LayerDescriptor layer, Options options) {
    return publishing
        .publish(Publishing.Wish.of(layer, Publishing.REGION).with(options))
        .targets()
        .get(0);
  }

  private Iterable<String> grants() {
    return publishing.console().grants(NAME, Publishing.REGION, 1);
  }

  @Test
  void aNarrowerPermissionIsTakenBackWhereOthersAreToBeRemoved() throws IOException {
    publishing.publish(layer().permissions(ALICE, "public").build());

    TargetResult narrower =
        publish(layer().permissions(ALICE).build(), new Options().removeOtherGrants());

    assertThat(narrower.status()).isEqualTo(Status.KEPT);
    assertThat(narrower.revoked()).containsExactly("public (statement public)");
    assertThat(narrower.others()).isEmpty();
    assertThat(grants()).containsExactly(ALICE);
  }

  @Test
  void oneIsTakenBackAndAnotherGrantedInOneRun() throws IOException {
    publishing.publish(layer().permissions(ALICE).build());

    TargetResult changed =
        publish(
            layer().permissions(BOB, "organization:o-a1b2c3d4e5").build(),
            new Options().removeOtherGrants());

    assertThat(changed.granted())
        .extracting(Object::toString)
        .containsExactly(BOB, "organization:o-a1b2c3d4e5");
    assertThat(changed.revoked()).containsExactly(ALICE + " (statement account-111122223333)");
    assertThat(grants()).containsExactlyInAnyOrder(BOB, "organization:o-a1b2c3d4e5");
  }

  @Test
  void theLastOneIsTakenBackToo() throws IOException {
    publishing.publish(layer().permissions("public").build());

    TargetResult none = publish(layer().build(), new Options().removeOtherGrants());

    assertThat(none.status()).isEqualTo(Status.KEPT);
    assertThat(none.revoked()).hasSize(1);
    assertThat(grants()).isEmpty();
    assertThat(publish(layer().build(), new Options().removeOtherGrants()).revoked()).isEmpty();
  }

  @Test
  void aRevocationWhoseAnswerWasLostIsNoError() throws IOException {
    publishing.publish(layer().permissions(ALICE, "public").build());
    aws.fail("RemoveLayerVersionPermission", Fault.ANSWER_LOST);

    TargetResult narrower =
        publish(layer().permissions(ALICE).build(), new Options().removeOtherGrants());

    assertThat(narrower.status()).isEqualTo(Status.KEPT);
    assertThat(grants()).containsExactly(ALICE);
  }

  @Test
  void aStatementInTheWayOfOursIsReplaced() throws IOException {
    publishing.publish(layer().build());
    aws.addStatement("123456789012", Publishing.REGION, NAME, 1, "public", "111122223333", null);

    TargetResult replaced =
        publish(layer().permissions("public").build(), new Options().removeOtherGrants());

    assertThat(replaced.granted()).hasSize(1);
    assertThat(grants()).containsExactly("public");
  }

  @Test
  void everyRevocationNamesTheRevisionThatWasRead() throws IOException {
    publishing.publish(layer().permissions(ALICE, BOB, "public").build());

    publish(layer().build(), new Options().removeOtherGrants());

    assertThat(aws.calls("RemoveLayerVersionPermission"))
        .hasSize(3)
        .extracting(RecordedCall::query)
        .allSatisfy(query -> assertThat(query).containsKey("RevisionId"));
  }

  @Test
  void everyGrantBesideOthersNamesTheRevisionThatWasRead() throws IOException {
    publishing.publish(layer().permissions(ALICE).build());
    aws.clearCalls();

    publish(layer().permissions(ALICE, BOB, "public").build(), new Options());

    assertThat(aws.calls("AddLayerVersionPermission"))
        .hasSize(2)
        .extracting(RecordedCall::query)
        .allSatisfy(query -> assertThat(query).containsKey("RevisionId"));
  }

  @Test
  void whoMayNotRevokeIsToldWhichActionToAllow() throws IOException {
    publishing.publish(layer().permissions("public").build());
    aws.faults().deny("123456789012", "lambda:RemoveLayerVersionPermission");

    TargetResult denied = publish(layer().build(), new Options().removeOtherGrants());

    assertThat(denied.status()).isEqualTo(Status.FAILED);
    assertThat(denied.reason())
        .contains("layer:my-layer:1 exists, but is not shared and checked as it was wanted")
        .contains("Allow the action lambda:RemoveLayerVersionPermission");
    assertThat(grants()).containsExactly("public");
  }

  /** Somebody adds a statement by hand, in the moment before some reading of the policy. */
  private void somebodyGrants(int... readings) {
    List<Integer> moments = Arrays.stream(readings).boxed().toList();
    aws.faults(
        (operation, account, region, index) -> {
          if (operation.equals("GetLayerVersionPolicy") && moments.contains(index)) {
            aws.addStatement(ACCOUNT, Publishing.REGION, NAME, 1, "by-hand", "*", null);
          }
          return Optional.empty();
        });
  }

  @Test
  void whatSomebodyElseHasGrantedOnANewVersionIsTakenBackToo() throws IOException {
    somebodyGrants(0);

    TargetResult made = publish(layer().build(), new Options().removeOtherGrants());

    assertThat(made.status()).isEqualTo(Status.PUBLISHED);
    assertThat(made.revoked()).containsExactly("public (statement by-hand)");
    assertThat(grants()).isEmpty();
  }

  @Test
  void whatSomebodyElseHasGrantedOnANewVersionIsTold() throws IOException {
    somebodyGrants(0);

    assertThat(publish(layer().build(), new Options()).others())
        .containsExactly("public (statement by-hand)");
  }

  @Test
  void whatIsGrantedAgainWhileItIsTakenBackIsTakenBackOnceMore() throws IOException {
    // Read first, read for the revision after the revocation, and read back.
    somebodyGrants(0, 2);

    TargetResult made = publish(layer().build(), new Options().removeOtherGrants());

    assertThat(made.status()).isEqualTo(Status.PUBLISHED);
    assertThat(grants()).isEmpty();
  }

  @Test
  void nobodyIsShutOutBeforeTheOthersAreLetInAndBothAreToldOfAFailure() throws IOException {
    publishing.publish(layer().permissions(ALICE).build());
    aws.faults().deny(ACCOUNT, "lambda:RemoveLayerVersionPermission");

    TargetResult failed =
        publish(layer().permissions(BOB).build(), new Options().removeOtherGrants());

    assertThat(failed.status()).isEqualTo(Status.FAILED);
    assertThat(failed.granted()).extracting(Object::toString).containsExactly(BOB);
    assertThat(failed.revoked()).isEmpty();
    assertThat(grants()).containsExactlyInAnyOrder(ALICE, BOB);
  }
}
