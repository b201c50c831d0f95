package io.github.lambdalayer.operate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.operate.MoveResult.Status;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes after a run that was stopped. */
final class AttachStoppedTest extends TwentyFunctions {

  /** As a run that was killed after it has moved the first seven. */
  private void die() {
    scene.plan();
    AttachPlan plan = scene.plan();
    try {
      scene.journal().open(plan.needed());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    names().stream()
        .limit(7)
        .forEach(name -> aws.functions().change(ACCOUNT, region(name), name, with(name, 3)));
  }

  @Test
  void theRunAfterOneThatDiedEndsWithAllMoved() {
    die();
    List<MoveResult> results = scene.run();

    assertThat(results).extracting(MoveResult::status).containsOnly(Status.MOVED);
    assertThat(all()).isEqualTo(allWith(3));
    assertThat(updates()).hasSize(13);
    assertThat(scene.journalFile()).doesNotExist();
  }

  @Test
  void orWithAllAsTheyWereBeforeTheOneThatDied() {
    die();
    scene.run(plan -> Trouble.CODE_SIGNING.befall(aws.functions()));

    assertThat(all()).isEqualTo(allBefore());
    assertThat(scene.journalFile()).doesNotExist();
  }

  @Test
  void aRunThatDiedIsMendedByNamingAVersion() {
    die();
    scene.version = "1";
    scene.run();

    assertThat(all()).isEqualTo(allWith(1));
    assertThat(scene.journalFile()).doesNotExist();
  }

  /** Whatever the next run is after: the one that died, and the one before it, or something newer. */
  @ParameterizedTest
  @ValueSource(strings = {"1", "2", "3", "4"})
  void aRunForAnotherVersionThatFailsTakesBackTheOneThatDiedToo(String version) {
    die();
    publish(IRELAND, "my-layer", 1);
    publish(VIRGINIA, "my-layer", 1);
    scene.version = version;
    scene.threads = 1;
    // One of them fails before those of the other region have had their turn.
    List<MoveResult> results =
        scene.run(
            plan -> {
              aws.functions().requireSignature(ACCOUNT, IRELAND, "f-09", true, "the-profile");
              aws.functions().requireSignature(ACCOUNT, IRELAND, "f-11", true, "the-profile");
            });

    assertThat(results)
        .filteredOn(result -> number(result.move().name()) <= 7)
        .extracting(MoveResult::status)
        .containsOnly(Status.RESTORED);
    assertThat(all()).isEqualTo(allBefore());
    assertThat(scene.journalFile()).doesNotExist();
  }

  @Test
  void whatTheRunThatDiedHasChangedGoesBackToo() {
    die();
    scene.version = "1";
    scene.functions = "f-01";
    scene.threads = 1;
    assertThat(scene.plan().moves().get(0).said()).isEqualTo("my-layer:3 -> 1");
    scene.version = "2";
    List<MoveResult> results =
        scene.run(
            plan ->
                aws.functions().requireSignature(ACCOUNT, IRELAND, "f-01", true, "the-profile"));

    assertThat(results).extracting(MoveResult::status).containsOnly(Status.NOT_RESTORED);
    assertThat(results.get(0).move().wayBack())
        .singleElement()
        .asString()
        .contains("-DlambdaLayer.version=1 -DlambdaLayer.functions=f-01");
  }

  @Test
  void twoRunsThatDieStillKnowWhatWasFirst() throws IOException {
    die();
    scene.version = "2";
    scene.journal().open(scene.plan().needed());
    scene.version = "";
    List<MoveResult> results = scene.run(plan -> Trouble.CODE_SIGNING.befall(aws.functions()));

    assertThat(of(results, "f-01").move().before()).containsExactly(before("f-01"));
    assertThat(all()).isEqualTo(allBefore());
  }

  @Test
  void whatTheRunThatDiedHasChangedGoesBackAmongChangesOfOthers() {
    die();
    scene.version = "2";
    scene.threads = 1;
    String changed = arn(IRELAND, "my-layer", 3);
    scene.run(
        plan ->
            aws.functions().change(ACCOUNT, IRELAND, "f-01", changed, arn(IRELAND, "below", 1)));

    assertThat(layers("f-01"))
        .containsExactly(arn(IRELAND, "my-layer", 1), arn(IRELAND, "below", 1));
  }

  @Test
  void aFunctionOfARunThatDiedWhichIsNotChosenNowIsTold() {
    die();
    scene.functions = "f-*,!f-02";
    scene.run();

    assertThat(scene.plan().notes())
        .singleElement()
        .asString()
        .contains("An earlier run was stopped and may have changed", "function:f-02");
    assertThat(scene.journalFile()).content().contains("f-02").doesNotContain("f-03");
  }
}
