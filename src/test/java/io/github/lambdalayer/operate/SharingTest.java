package io.github.lambdalayer.operate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.aws.LayerPolicy;
import io.github.lambdalayer.endpoint.Fault;
import io.github.lambdalayer.endpoint.Zips;
import io.github.lambdalayer.layer.Permission;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Letting in and shutting out. */
class SharingTest extends OnEndpoint {

  private static final String ALICE = "account:111122223333";
  private static final String BOB = "account:444455556666";

  private static SharingRule share(VersionSet versions) {
    return SharingRule.share(versions, List.of(), false, false);
  }

  private static SharingRule revoke(VersionSet versions, String... from) {
    return SharingRule.revoke(versions, List.of(from).stream().map(Permission::parse).toList());
  }

  @Test
  void theNewestVersionIsSharedAndThePreviewWritesNothing() {
    publishEverywhere(3);

    List<SharingPlan> preview = everywhere.preview(share(VersionSet.NEWEST), ALICE);

    assertThat(preview).allSatisfy(plan -> assertThat(plan.changes()).hasSize(1));
    assertThat(aws.calls("AddLayerVersionPermission")).isEmpty();
    assertThat(everywhere.share(share(VersionSet.NEWEST), ALICE))
        .allSatisfy(result -> assertThat(result.done()).containsExactly(3L));
    assertThat(statements("us-east-1", 3)).containsExactly("account-111122223333");
    assertThat(statements("us-east-1", 2)).isEmpty();
  }

  @Test
  void aNewPartnerIsLetInToAllOldVersionsAndNobodyIsGrantedTwice() {
    publish(IRELAND, 25);
    scene.share(share(VersionSet.parse(List.of("1-20"))), ALICE);
    aws.clearCalls();

    scene.share(share(VersionSet.ALL), ALICE, BOB);

    assertThat(aws.calls("AddLayerVersionPermission")).hasSize(20 + 2 * 5);
    assertThat(statements(IRELAND, 1))
        .containsExactly("account-111122223333", "account-444455556666");
    assertThat(scene.preview(share(VersionSet.ALL), ALICE, BOB).get(0).changes()).isEmpty();
  }

  @Test
  void namedVersionsAloneAreShared() {
    publish(IRELAND, 9);

    scene.share(share(VersionSet.parse(List.of("3", "5-7", "12"))), ALICE);

    assertThat(List.of(2L, 3L, 4L, 5L, 6L, 7L, 8L))
        .filteredOn(number -> !statements(IRELAND, number).isEmpty())
        .containsExactly(3L, 5L, 6L, 7L);
    assertThat(scene.preview(share(VersionSet.parse(List.of("3", "12"))), ALICE).get(0).missing())
        .containsExactly(12L);
  }

  @Test
  void othersStayUnlessTheyAreToBeRemoved() {
    publish(IRELAND, 1);
    grant(IRELAND, 1, "444455556666");

    scene.share(share(VersionSet.NEWEST), ALICE);
    assertThat(statements(IRELAND, 1)).hasSize(2);
    assertThat(scene.preview(share(VersionSet.NEWEST), ALICE).get(0).versions().get(0).others())
        .hasToString("[account:444455556666 (statement by-hand-444455556666)]");

    scene.share(SharingRule.share(VersionSet.NEWEST, List.of(), true, false), ALICE);
    assertThat(statements(IRELAND, 1)).containsExactly("account-111122223333");
  }

  @Test
  void whoIsShutOutIsSoWhateverTheStatementIsCalledAndTheOthersStay() {
    publishEverywhere(4);
    REGIONS.forEach(
        region -> {
          grant(region, 2, "111122223333");
          grant(region, 2, "444455556666");
          grant(region, 4, "111122223333");
        });

    everywhere.share(revoke(VersionSet.ALL, ALICE));

    for (String region : REGIONS) {
      assertThat(statements(region, 2)).containsExactly("by-hand-444455556666");
      assertThat(statements(region, 4)).isEmpty();
    }
    assertThat(everywhere.preview(revoke(VersionSet.ALL, ALICE)))
        .allSatisfy(plan -> assertThat(plan.changes()).isEmpty());
  }

  @Test
  void whoIsLetInForThisOnceShutsNobodyOut() {
    publish(IRELAND, 1);
    grant(IRELAND, 1, "444455556666");
    var rule = SharingRule.share(VersionSet.NEWEST, List.of(Permission.parse(ALICE)), true, false);

    assertThat(scene.preview(rule, BOB).get(0).changes())
        .allSatisfy(change -> assertThat(change.revoke()).isEmpty());
    scene.share(rule, BOB);

    assertThat(statements(IRELAND, 1))
        .containsExactly("account-111122223333", "by-hand-444455556666");
  }

  @Test
  void whatMayStillLetInWhoIsShutOutIsTold() {
    publish(IRELAND, 1);
    grant(IRELAND, 1, "111122223333");
    scene.share(share(VersionSet.NEWEST), "public", "organization:o-a1b2c3d4e5", BOB);

    assertThat(scene.preview(revoke(VersionSet.NEWEST, ALICE)).get(0).versions().get(0).others())
        .extracting(LayerPolicy.Other::said)
        .containsExactlyInAnyOrder("public", "organization:o-a1b2c3d4e5");
    assertThat(
            scene
                .preview(revoke(VersionSet.NEWEST, "organization:o-a1b2c3d4e5"))
                .get(0)
                .versions()
                .get(0)
                .others())
        .as("any account may belong to an organization")
        .extracting(LayerPolicy.Other::said)
        .containsExactlyInAnyOrder("public", ALICE, BOB);
  }

  @Test
  void everyoneIsNotTheOrganization() {
    publish(IRELAND, 1);
    scene.share(share(VersionSet.NEWEST), "public", "organization:o-a1b2c3d4e5");

    scene.share(revoke(VersionSet.NEWEST, "public"));

    assertThat(statements(IRELAND, 1)).containsExactly("organization-o-a1b2c3d4e5");
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"ACCESS_DENIED", "EXPIRED_TOKEN", "PUBLISH_LATE"},
      mode = EnumSource.Mode.EXCLUDE)
  void aFaultThatPassesIsOverstood(Fault fault) {
    publish(IRELAND, 4);
    aws.fail("AddLayerVersionPermission", fault);
    aws.fail("GetLayerVersionPolicy", fault);

    assertThat(scene.share(share(VersionSet.ALL), ALICE).get(0).reason()).isEmpty();
    aws.fail("RemoveLayerVersionPermission", fault);
    assertThat(scene.share(revoke(VersionSet.ALL, ALICE)).get(0).reason()).isEmpty();

    assertThat(List.of(1L, 2L, 3L, 4L)).allMatch(number -> statements(IRELAND, number).isEmpty());
  }

  @Test
  void aRefusalIsToldAndTheNextRunEndsIt() {
    publishEverywhere(4);
    aws.failIn("us-east-1", "AddLayerVersionPermission", Fault.ACCESS_DENIED);

    List<SharingResult> broken = everywhere.share(share(VersionSet.ALL), ALICE);

    assertThat(broken)
        .extracting(one -> one.reason().isPresent())
        .containsExactly(false, true, false);
    List<SharingResult> again = everywhere.share(share(VersionSet.ALL), ALICE);
    assertThat(again.get(0).done()).isEmpty();
    assertThat(again.get(1).done()).containsExactly(4L, 3L, 2L, 1L);
  }

  @Test
  void aSnapshotIsNotMadePublicUnlessThatIsAllowed() {
    publish(IRELAND, 1);
    aws.publishByHand(ACCOUNT, IRELAND, NAME, Zips.of("text", "next"), "libraries 2.0-SNAPSHOT");

    assertThat(scene.preview(share(VersionSet.ALL), "public").get(0).reason().orElseThrow())
        .startsWith("Version 2 ('libraries 2.0-SNAPSHOT') is of a SNAPSHOT")
        .contains("-DlambdaLayer.allowPublicSnapshot");
    assertThat(scene.preview(share(VersionSet.parse(List.of("1"))), "public").get(0).reason())
        .isEmpty();
    assertThat(scene.preview(share(VersionSet.ALL), ALICE).get(0).reason()).isEmpty();
    var allowed = SharingRule.share(VersionSet.ALL, List.of(), false, true);
    assertThat(scene.share(allowed, "public").get(0).done()).containsExactly(2L, 1L);
  }

  @Test
  void whatThisProjectHasBuiltInDevelopmentIsASnapshotWhateverItIsCalled() {
    publish(IRELAND, 2);
    scene.snapshot = aws.versions(ACCOUNT, IRELAND, NAME).get(0).codeSha256();

    assertThat(scene.preview(share(VersionSet.ALL), "public").get(0).reason().orElseThrow())
        .startsWith("Version 2 ('release 2') is of a SNAPSHOT");
    assertThat(scene.preview(share(VersionSet.parse(List.of("1"))), "public").get(0).reason())
        .isEmpty();
    aws.clearCalls();
    assertThat(scene.preview(share(VersionSet.ALL), ALICE).get(0).reason()).isEmpty();
    assertThat(aws.calls("GetLayerVersion")).isEmpty();
  }
}
