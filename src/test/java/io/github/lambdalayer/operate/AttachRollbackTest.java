package io.github.lambdalayer.operate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.endpoint.Fault;
import io.github.lambdalayer.endpoint.FunctionSpec;
import io.github.lambdalayer.operate.MoveResult.Status;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** All functions move, or none of them. */
final class AttachRollbackTest extends TwentyFunctions {

  @ParameterizedTest
  @EnumSource
  void allTwentyAreAsTheyWereWhenTheThirteenthFails(Trouble trouble) {
    scene.event = "{}";
    List<MoveResult> results = scene.run(plan -> trouble.befall(aws.functions()));

    assertThat(all()).isEqualTo(allBefore());
    assertThat(of(results, THIRTEENTH).reason()).get().asString().contains(trouble.said);
    assertThat(results.stream().filter(result -> result.reason().isPresent())).hasSize(1);
    assertThat(results)
        .hasSize(20)
        .extracting(MoveResult::status)
        .isSubsetOf(Status.RESTORED, Status.UNTOUCHED)
        .contains(Status.RESTORED);
    assertThat(scene.journalFile()).doesNotExist();
  }

  @Test
  void aSignatureThatIsMissingIsExplained() {
    List<MoveResult> results = scene.run(plan -> Trouble.CODE_SIGNING.befall(aws.functions()));

    assertThat(of(results, THIRTEENTH).reason())
        .get()
        .asString()
        .contains("CodeVerificationFailedException", "code-signing-config:csc-", "the-profile");
  }

  @Test
  void layersOfAwsItselfComeBackToo() {
    scene.threads = 1;
    put(FunctionSpec.of("f-01").layers(AWS_OWN, arn(IRELAND, "my-layer", 1)));
    List<MoveResult> results = scene.run(plan -> Trouble.CODE_SIGNING.befall(aws.functions()));

    assertThat(of(results, "f-01").status()).isEqualTo(Status.RESTORED);
    assertThat(layers("f-01")).containsExactly(AWS_OWN, arn(IRELAND, "my-layer", 1));
  }

  @Test
  void noFunctionIsBegunOnceOneHasFailed() {
    scene.threads = 1;
    List<MoveResult> results = scene.run(plan -> Trouble.CODE_SIGNING.befall(aws.functions()));

    assertThat(results.stream().filter(r -> r.status() == Status.RESTORED)).hasSize(6);
    assertThat(results.stream().filter(r -> r.status() == Status.UNTOUCHED)).hasSize(14);
    assertThat(updates()).hasSize(13);
    assertThat(names())
        .as("those that went back were waited for")
        .allSatisfy(
            name ->
                assertThat(aws.functions().lastUpdateStatus(ACCOUNT, region(name), name))
                    .isEqualTo("Successful"));
  }

  @Test
  void anUpdateThatWasAnsweredWithAnErrorAndDoneAllTheSameIsTakenBack() {
    List<MoveResult> results =
        scene.run(
            plan -> {
              aws.functions().breakDown(ACCOUNT, IRELAND, "f-01", 1, true);
              Trouble.CODE_SIGNING.befall(aws.functions());
            });

    assertThat(all()).isEqualTo(allBefore());
    assertThat(of(results, "f-01").status()).isEqualTo(Status.RESTORED);
  }

  @Test
  void anUpdateWhoseAnswerNobodyHasThoughtOfIsTakenBack() {
    List<MoveResult> results =
        scene.run(plan -> aws.functions().answerStrangely(ACCOUNT, IRELAND, "f-01"));

    assertThat(of(results, "f-01").reason()).get().asString().contains("a way that is not known");
    assertThat(of(results, "f-01").status()).isEqualTo(Status.RESTORED);
    assertThat(all()).isEqualTo(allBefore());
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "THROTTLE",
        "ANSWER_LOST",
        "SERVICE_EXCEPTION_500",
        "HTML_503",
        "BAD_GATEWAY_502_AFTER",
        "RESET_MIDDLE"
      })
  void theWayBackIsTriedAgain(Fault fault) {
    scene.threads = 1;
    aws.faults(
        (operation, account, region, index) ->
            operation.equals("UpdateFunctionConfiguration") && index > 6 && index % 2 == 1
                ? Optional.of(fault)
                : Optional.empty());
    List<MoveResult> results = scene.run(plan -> Trouble.CODE_SIGNING.befall(aws.functions()));

    assertThat(results).extracting(MoveResult::status).contains(Status.RESTORED);
    assertThat(all()).isEqualTo(allBefore());
  }

  @Test
  void anUpdateThatIsStillOnItsWayIsMadeVoid() {
    scene.run(plan -> aws.functions().breakDownAndBeLate(ACCOUNT, IRELAND, THIRTEENTH, 12, 6));
    for (int i = 0; i < 10; i++) {
      aws.functions().read(ACCOUNT, IRELAND, THIRTEENTH);
    }

    assertThat(all()).isEqualTo(allBefore());
  }

  @Test
  void anUpdateThatLambdaGivesUpOnTheWayBackIsTriedAgain() {
    scene.threads = 1;
    scene.event = "{}";
    onThirteenthInvocation(
        () -> aws.functions().failNextUpdate(ACCOUNT, IRELAND, "f-03", "no room"));
    List<MoveResult> results = scene.run();

    assertThat(of(results, "f-03").status()).isEqualTo(Status.RESTORED);
    assertThat(all()).isEqualTo(allBefore());
  }

  /** Fails it, and does something before. */
  private void onThirteenthInvocation(Runnable work) {
    Trouble.FAILED_INVOCATION.befall(aws.functions());
    aws.faults(
        (operation, account, region, index) -> {
          if (operation.equals("Invoke") && region.equals(IRELAND) && index == 6) {
            work.run();
          }
          return Optional.empty();
        });
  }

  @Test
  void whatSomebodyElseHasChangedMeanwhileStays() {
    scene.threads = 1;
    scene.event = "{}";
    String changed = arn(IRELAND, "my-layer", 3);
    onThirteenthInvocation(
        () -> aws.functions().change(ACCOUNT, IRELAND, "f-01", changed, arn(IRELAND, "below", 1)));
    scene.run();

    assertThat(layers("f-01"))
        .containsExactly(arn(IRELAND, "my-layer", 1), arn(IRELAND, "below", 1));
    assertThat(layers("f-03")).containsExactly(before("f-03"));
  }

  @Test
  void aFunctionWithLayersOfSomebodyElseIsNotToldToBeAsItWas() {
    scene.threads = 1;
    scene.event = "{}";
    onThirteenthInvocation(
        () -> aws.functions().change(ACCOUNT, IRELAND, "f-01", arn(IRELAND, "my-layer", 2)));
    List<MoveResult> results = scene.run();

    assertThat(of(results, "f-01").status()).isEqualTo(Status.CHANGED_BY_OTHERS);
    assertThat(layers("f-01")).containsExactly(arn(IRELAND, "my-layer", 2));
    assertThat(of(results, "f-03").status()).isEqualTo(Status.RESTORED);
    assertThat(scene.journalFile()).doesNotExist();
  }

  @Test
  void norIsOneThatSomebodyElseWasQuickerWith() {
    scene.threads = 1;
    List<MoveResult> results =
        scene.run(
            plan -> aws.functions().change(ACCOUNT, IRELAND, "f-01", arn(IRELAND, "my-layer", 2)));

    assertThat(of(results, "f-01").status()).isEqualTo(Status.CHANGED_BY_OTHERS);
    assertThat(layers("f-01")).containsExactly(arn(IRELAND, "my-layer", 2));
  }

  @Test
  void whatCannotBePutBackIsToldAndTheNextRunKnowsWhatWasBefore() {
    List<MoveResult> results =
        scene.run(
            plan -> {
              Trouble.CODE_SIGNING.befall(aws.functions());
              aws.functions().updateReads(ACCOUNT, IRELAND, "f-01", 1_000_000);
            });

    assertThat(of(results, "f-01").status()).isEqualTo(Status.NOT_RESTORED);
    assertThat(of(results, "f-01").leftover()).contains("still being updated after 60 seconds");
    assertThat(of(results, "f-01").move().wayBack())
        .containsExactly(
            "-DlambdaLayer.layerName=my-layer -DlambdaLayer.version=1 -DlambdaLayer.functions=f-01"
                + " -DlambdaLayer.regions=eu-west-1 -DlambdaLayer.yes");
    assertThat(scene.journalFile()).content().contains("f-01").doesNotContain("f-03");

    List<String> moved = layers("f-01");
    put(FunctionSpec.of("f-01").layers(moved.toArray(String[]::new)));
    List<MoveResult> again = scene.run(plan -> Trouble.CODE_SIGNING.befall(aws.functions()));

    assertThat(of(again, "f-01").status()).isEqualTo(Status.RESTORED);
    assertThat(all()).isEqualTo(allBefore());
    assertThat(scene.journalFile()).doesNotExist();
  }

  /** Whatever goes wrong, each function is as it is told to be. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void amongFaultsAllMoveOrNone(long seed) {
    var random = new Random(seed);
    List<Fault> faults =
        List.copyOf(
            EnumSet.complementOf(
                EnumSet.of(
                    Fault.EXPIRED_TOKEN, Fault.ACCESS_DENIED, Fault.PUBLISH_LATE, Fault.SLOW)));
    boolean isDoomed = seed % 2 == 0;
    List<MoveResult> results =
        scene.run(
            plan -> {
              if (isDoomed) {
                Trouble.FAILED_UPDATE.befall(aws.functions());
              }
              aws.faults(
                  (operation, account, region, index) ->
                      random.nextInt(4) == 0
                          ? Optional.of(faults.get(random.nextInt(faults.size())))
                          : Optional.empty());
            });

    assertThat(all()).isEqualTo(isDoomed ? allBefore() : allWith(3));
    assertThat(results)
        .extracting(MoveResult::status)
        .isSubsetOf(isDoomed ? List.of(Status.RESTORED, Status.UNTOUCHED) : List.of(Status.MOVED));
    Map<String, String> failures = new TreeMap<>();
    results.forEach(r -> r.reason().ifPresent(why -> failures.put(r.move().name(), why)));
    assertThat(failures).hasSize(isDoomed ? 1 : 0);
  }
}
