package io.github.lambdalayer.operate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.endpoint.Fault;
import io.github.lambdalayer.endpoint.FunctionSpec;
import io.github.lambdalayer.endpoint.Zips;
import io.github.lambdalayer.operate.MoveResult.Status;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Functions that move. */
final class AttachTest extends TwentyFunctions {

  @Test
  void allFunctionsGetTheNewestVersionInThePlaceOfTheirs() {
    List<MoveResult> results = scene.run();

    assertThat(results).hasSize(20).extracting(MoveResult::status).containsOnly(Status.MOVED);
    assertThat(all()).isEqualTo(allWith(3));
    assertThat(updates()).hasSize(20);
    assertThat(scene.journalFile()).doesNotExist();
    assertThat(names())
        .allSatisfy(
            name ->
                assertThat(aws.functions().lastUpdateStatus(ACCOUNT, region(name), name))
                    .isEqualTo("Successful"));
  }

  @Test
  void aPreviewChangesNothing() {
    AttachPlan plan = scene.plan();

    assertThat(plan.needed()).hasSize(20);
    assertThat(plan.moves().get(0).said()).isEqualTo("my-layer:1 -> 3");
    assertThat(plan.problems()).isEmpty();
    assertThat(updates()).isEmpty();
    assertThat(scene.journalFile()).doesNotExist();
  }

  @Test
  void whatIsThereAlreadyStays() {
    scene.run();
    aws.clearCalls();
    scene.event = "{}";

    assertThat(scene.run()).extracting(MoveResult::status).containsOnly(Status.KEPT);
    assertThat(updates()).isEmpty();
    assertThat(aws.calls("Invoke")).isEmpty();
  }

  @Test
  void anOlderVersionIsGoneBackToByItsNumber() {
    scene.run();
    scene.version = "1";
    scene.run();

    assertThat(all()).isEqualTo(allWith(1));
  }

  @Test
  void regionsCanHaveNumbersOfTheirOwn() {
    scene.version = "eu-west-1=1,us-east-1=2";
    scene.run();

    assertThat(layers("f-01")).containsExactly(with("f-01", 1));
    assertThat(layers("f-02")).containsExactly(with("f-02", 2));
  }

  @Test
  void whatThisProjectHasPublishedGoesBeforeTheNewest() {
    scene.published =
        (layer, account, region) ->
            region.equals(IRELAND) && account.equals(ACCOUNT)
                ? OptionalLong.of(2)
                : OptionalLong.empty();
    scene.run();

    assertThat(layers("f-01")).containsExactly(with("f-01", 2));
    assertThat(layers("f-02")).containsExactly(with("f-02", 3));
  }

  @Test
  void aFunctionGetsTheLayerBehindTheOthersIfThatIsWanted() {
    put(FunctionSpec.of("f-21").layers(arn(IRELAND, "below", 1)));
    scene.functions = "f-21";
    scene.isAdded = true;
    scene.run();

    assertThat(layers("f-21"))
        .containsExactly(arn(IRELAND, "below", 1), arn(IRELAND, "my-layer", 3));
  }

  @Test
  void layersOfAwsItselfStayWhereTheyAre() {
    put(FunctionSpec.of("f-01").layers(AWS_OWN, arn(IRELAND, "my-layer", 1)));
    put(FunctionSpec.of("f-03").layers(AWS_OWN));
    scene.run();

    assertThat(layers("f-01")).containsExactly(AWS_OWN, arn(IRELAND, "my-layer", 3));
    assertThat(layers("f-03")).containsExactly(AWS_OWN);
    assertThat(updates()).hasSize(19);
  }

  @Test
  void aLayerWhoseNameBeginsLikeThisOnesStaysWhereItIs() {
    publish(IRELAND, "my-layer-2", 1);
    String longer = arn(IRELAND, "my-layer-2", 1);
    put(FunctionSpec.of("f-01").layers(longer, arn(IRELAND, "my-layer", 1)));
    put(FunctionSpec.of("f-03").layers(longer));
    scene.run();

    assertThat(layers("f-01")).containsExactly(longer, arn(IRELAND, "my-layer", 3));
    assertThat(layers("f-03")).containsExactly(longer);
    assertThat(updates()).hasSize(19);
  }

  @Test
  void aLayerOfThisNameOfAnotherAccountStaysWhereItIs() {
    String other = "222233334444";
    aws.publishByHand(other, IRELAND, "my-layer", Zips.of("text", "theirs"), "");
    aws.addStatement(other, IRELAND, "my-layer", 1, "all", "*", null);
    String theirs = arn(IRELAND, "my-layer", 1).replace(ACCOUNT, other);
    put(FunctionSpec.of("f-01").layers(theirs, arn(IRELAND, "my-layer", 1)));
    scene.run();

    assertThat(layers("f-01")).containsExactly(theirs, arn(IRELAND, "my-layer", 3));
  }

  @Test
  void theLayerIsTakenAwayIfThatIsWanted() {
    scene.version = "none";
    scene.functions = "f-01";
    scene.run();

    assertThat(layers("f-01")).containsExactly(arn(IRELAND, "below", 1), arn(IRELAND, "above", 1));
  }

  @Test
  void publishedVersionsStayAsTheyAre() {
    put(FunctionSpec.of("f-01").layers(before("f-01")).publish(before("f-01")));

    assertThat(scene.plan().notes())
        .singleElement()
        .asString()
        .contains("eu-west-1", "of 1 published version of");
    assertThat(scene.run()).hasSize(20);
  }

  @Test
  void anUpdateThatIsUnderWayIsWaitedFor() {
    aws.functions().startUpdate(ACCOUNT, IRELAND, "f-01", 3);

    assertThat(scene.run()).extracting(MoveResult::status).containsOnly(Status.MOVED);
  }

  @Test
  void functionsAreInvokedOnceTheyHaveTheVersion() {
    aws.functions().state(ACCOUNT, IRELAND, "f-01", "Inactive");
    scene.event = "{\"ping\":true}";

    assertThat(scene.run()).extracting(MoveResult::status).containsOnly(Status.MOVED);
    assertThat(aws.calls("Invoke")).hasSize(21);
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "ANSWER_LOST",
        "ANSWER_CUT",
        "ANSWER_GARBLED",
        "SERVICE_EXCEPTION_500_AFTER",
        "BAD_GATEWAY_502_AFTER",
        "SERVICE_EXCEPTION_500",
        "HTML_503",
        "THROTTLE",
        "RESET_BEFORE",
        "RESET_MIDDLE",
        "SLOW"
      })
  void oneLostOrLateAnswerIsNoFailure(Fault fault) {
    aws.faults(
        (operation, account, region, index) ->
            operation.equals("UpdateFunctionConfiguration") && index == 6
                ? Optional.of(fault)
                : Optional.empty());

    assertThat(scene.run()).extracting(MoveResult::status).containsOnly(Status.MOVED);
    assertThat(all()).isEqualTo(allWith(3));
  }

  @Test
  void severalLayersMoveTogether() {
    scene.layers = List.of("my-layer", "above");
    publish(IRELAND, "above", 1);
    scene.run();

    assertThat(layers("f-01"))
        .containsExactly(
            arn(IRELAND, "below", 1), arn(IRELAND, "my-layer", 3), arn(IRELAND, "above", 2));
    assertThat(updates()).hasSize(20);
  }
}
