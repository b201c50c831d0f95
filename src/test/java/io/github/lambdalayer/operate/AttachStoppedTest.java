package io.github.lambdalayer.operate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.endpoint.FunctionSpec;
import io.github.lambdalayer.operate.MoveResult.Status;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes after a run that was stopped. */
final class AttachStoppedTest extends StoppedAttach {

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
  void functionsThatTheRunWhichDiedHasMovedAreInvokedToo() {
    die();
    scene.event = "{}";
    scene.run();

    assertThat(aws.calls("Invoke")).hasSize(20);
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
    // What is refused on the way back as well is not tried again.
    assertThat(updates()).hasSize(2);
    assertThat(results.get(0).move().wayBack())
        .singleElement()
        .asString()
        .contains("-DlambdaLayer.version=1 -DlambdaLayer.functions=f-01");
  }

  @Test
  void twoRunsThatDieStillKnowWhatWasFirst() throws IOException {
    die();
    scene.version = "2";
    scene.journal().open(scene.plan().needed(), List.of());
    scene.version = "";
    List<MoveResult> results = scene.run(plan -> Trouble.CODE_SIGNING.befall(aws.functions()));

    assertThat(of(results, "f-01").move().before()).containsExactly(before("f-01"));
    assertThat(all()).isEqualTo(allBefore());
  }

  @Test
  void whatSomebodyElseHasChangedSinceIsWhatAFunctionGoesBackTo() throws IOException {
    die();
    String[] theirs = {arn(IRELAND, "my-layer", 2)};
    aws.functions().change(ACCOUNT, IRELAND, "f-01", theirs);
    // Another run dies after it has moved that function.
    scene.journal().open(scene.plan().needed(), List.of());
    aws.functions().change(ACCOUNT, IRELAND, "f-01", arn(IRELAND, "my-layer", 3));
    scene.run(plan -> Trouble.CODE_SIGNING.befall(aws.functions()));

    assertThat(layers("f-01")).containsExactly(theirs);
    assertThat(layers("f-03")).containsExactly(before("f-03"));
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
  void anotherLayerWaitsUntilTheRunThatDiedIsEnded() {
    die();
    publish(IRELAND, "above", 1);
    publish(VIRGINIA, "above", 1);
    scene.layers = List.of("above");
    scene.functions = "f-01,f-20";

    assertThat(scene.plan().problems())
        .singleElement()
        .asString()
        .startsWith("f-01 in eu-west-1 of 123456789012: An earlier run was stopped after it had")
        .contains("my-layer:1 -> 3 here", "with -DlambdaLayer.layerName=my-layer; or delete");
    scene.layers = List.of("my-layer", "above");
    scene.run();
    assertThat(layers("f-01"))
        .containsExactly(
            arn(IRELAND, "below", 1), arn(IRELAND, "my-layer", 3), arn(IRELAND, "above", 2));
  }

  /** Also where another layer that is meant as well is still there. */
  @Test
  void oneLayerOfTwoThatARunThatDiedHasTakenAwayComesBack() {
    die("none", AttachStoppedTest::without);
    scene.layers = List.of("my-layer", "above");
    scene.run();

    assertThat(all()).isEqualTo(allWith(3));
    assertThat(scene.journalFile()).doesNotExist();
  }

  @Test
  void twoLayersThatARunThatDiedHasTakenAwayComeBackIntoTheirPlaces() {
    scene.layers = List.of("above", "my-layer");
    die("none", name -> new String[] {arn(region(name), "below", 1)});
    scene.run();

    assertThat(all()).isEqualTo(allWith(3));
    assertThat(scene.journalFile()).doesNotExist();
  }

  /** Then functions do not use the layer any more, and are meant all the same. */
  @ParameterizedTest(name = "by {0}, to {1}")
  @CsvSource({"*, none", "f-*, none", "f-*, 1", "f-*, 2", "NAMES, none", "NAMES, 2"})
  void whatARunThatDiedHasTakenAwayFollows(String functions, String version) {
    die("none", AttachStoppedTest::without);
    scene.functions = functions.equals("NAMES") ? String.join(",", names()) : functions;
    scene.version = version;
    scene.run();

    assertThat(names())
        .allSatisfy(
            name ->
                assertThat(layers(name))
                    .containsExactly(
                        version.equals("none")
                            ? without(name)
                            : with(name, Integer.parseInt(version))));
    assertThat(scene.journalFile()).doesNotExist();
  }

  @Test
  void allGetBackWhatARunThatDiedHasTakenFromSome() {
    die("none", AttachStoppedTest::without);
    scene.version = "none";
    scene.functions = "f-*";
    scene.event = "{}";
    scene.run(plan -> Trouble.FAILED_INVOCATION.befall(aws.functions()));

    assertThat(all()).isEqualTo(allBefore());
    assertThat(scene.journalFile()).doesNotExist();
  }

  @Test
  void whatARunThatDiedHasAddedMovesWithoutBeingAddedAnew() {
    names().forEach(name -> put(FunctionSpec.of(name).layers(without(name))));
    scene.isAdded = true;
    die("", name -> added(name, 3));
    scene.isAdded = false;
    scene.version = "1";
    scene.functions = "f-*";
    scene.run();

    assertThat(layers("f-01")).containsExactly(added("f-01", 1));
    assertThat(layers("f-08")).containsExactly(without("f-08"));
    assertThat(scene.journalFile()).doesNotExist();
  }

  private static String[] added(String name, int version) {
    String region = region(name);
    return new String[] {
      arn(region, "below", 1), arn(region, "above", 1), arn(region, "my-layer", version)
    };
  }
}
