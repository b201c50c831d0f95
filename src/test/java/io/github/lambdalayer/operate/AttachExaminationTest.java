package io.github.lambdalayer.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.lambdalayer.aws.AccessKey;
import io.github.lambdalayer.aws.Identity;
import io.github.lambdalayer.endpoint.FunctionSpec;
import io.github.lambdalayer.endpoint.Zips;
import io.github.lambdalayer.layer.InvalidInputException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which functions are chosen, and what is asked of them before any of them is changed. */
final class AttachExaminationTest extends TwentyFunctions {

  @Test
  void aRegionWithoutANumberIsAnError() {
    scene.version = "eu-west-1=1";

    assertThat(scene.plan().problems())
        .singleElement()
        .asString()
        .contains("<version> says nothing of us-east-1");
  }

  @Test
  void aVersionThatIsNotThereIsAnError() {
    scene.version = "9";

    assertThat(scene.plan().problems())
        .hasSize(2)
        .allSatisfy(problem -> assertThat(problem).contains("There is no version 9 of my-layer"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "f-0*|9",
        "f-0*,!f-01|8",
        "f-01,f-20|2",
        "tag:team=web|1",
        "tag:team=*,f-02|2",
        "*,!tag:team=web|19",
        "f-01,f-07,!tag:team=web|1",
        "f-01,tag:team=we*,!tag:team=w|2",
        "f-01,f-2*,!f-20|1"
      })
  void functionsAreChosenByNamePatternAndTag(String functions, int count) {
    put(FunctionSpec.of("f-07").layers(before("f-07")).tag("team", "web"));
    scene.functions = functions;

    assertThat(scene.plan().needed()).hasSize(count);
  }

  @Test
  void tagsAreAskedForOnlyWhereTheyCount() {
    put(FunctionSpec.of("f-21"));
    put(FunctionSpec.of("f-07").layers(before("f-07")).tag("team", "web"));
    scene.functions = "f-*";
    scene.plan();
    assertThat(aws.calls("ListTags")).isEmpty();
    scene.functions = "tag:team=web";
    scene.plan();
    assertThat(aws.calls("ListTags")).hasSize(20);
  }

  @Test
  void aNameThatIsNowhereIsAnError() {
    scene.functions = "f-01,f-99";

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(scene::plan)
        .withMessageContaining(
            "<functions> names f-99, and there is no such function in eu-west-1");
  }

  @Test
  void aPatternForFunctionsThatNeedNotUseTheLayerIsNotToldThatTheyMust() {
    scene.functions = "g-*";
    scene.isAdded = true;

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(scene::plan)
        .withMessageContaining("<functions> chooses with g-* no function in eu-west-1");
  }

  @Test
  void allThatChoosesNothingIsToldAtOnce() {
    scene.functions = "f-01,f-99,f-98,f-3*,tag:team=web";

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(scene::plan)
        .withMessageContaining(
            "<functions> names f-99, f-98, and there is no such function; it chooses with f-3*,"
                + " tag:team=web no function that uses the layer in eu-west-1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"f-3*", "tag:team=web", "F-*"})
  void aPatternOrTagThatChoosesNothingIsAnError(String item) {
    scene.functions = "f-01," + item;

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(scene::plan)
        .withMessageContaining("<functions> chooses with " + item)
        .withMessageContaining("no function that uses the layer in eu-west-1");
  }

  @Test
  void aLayerThatIsTakenAwayMayBeGoneAlready() {
    scene.version = "none";
    scene.functions = "f-*";
    scene.run();

    assertThat(scene.plan().moves()).isEmpty();
  }

  @Test
  void aNamedFunctionThatDoesNotUseTheLayerIsAnError() {
    put(FunctionSpec.of("f-21").layers(arn(IRELAND, "below", 1)));
    scene.functions = "f-21";

    assertThat(scene.plan().problems())
        .singleElement()
        .asString()
        .contains("f-21 in eu-west-1", "does not use my-layer", "-DlambdaLayer.add");
  }

  @Test
  void allThatStandsInTheWayIsToldBeforeAnythingIsChanged() {
    put(FunctionSpec.of("f-21").image());
    put(FunctionSpec.of("f-23").size(262_140_000, 262_140_001).layers(before("f-23")));
    put(FunctionSpec.of("f-25").layers(before("f-25")));
    aws.functions().state(ACCOUNT, IRELAND, "f-25", "Failed");
    for (int i = 1; i <= 5; i++) {
      publish(IRELAND, "more-" + i, 1);
    }
    put(
        FunctionSpec.of("f-27")
            .layers(
                IntStream.rangeClosed(1, 5)
                    .mapToObj(i -> arn(IRELAND, "more-" + i, 1))
                    .toArray(String[]::new)));
    scene.functions = "f-*";
    scene.isAdded = true;
    byte[] large = Zips.zeros("zeros", 5_000);
    aws.publishByHand(ACCOUNT, IRELAND, "my-layer", large, "large");

    assertThat(scene.plan().problems())
        .hasSize(4)
        .anySatisfy(problem -> assertThat(problem).contains("f-21", "container image", "!f-21"))
        .anySatisfy(problem -> assertThat(problem).contains("f-23", "262144000"))
        .anySatisfy(problem -> assertThat(problem).contains("f-25", "Its state is Failed"))
        .anySatisfy(problem -> assertThat(problem).contains("f-27", "would have 6 layers"));
    assertThat(updates()).isEmpty();
  }

  @Test
  void theSizeOfTheLayerIsThatOfItsFiles() {
    put(FunctionSpec.of("f-01").size(262_130_000, 1).layers(before("f-01")));
    aws.publishByHand(ACCOUNT, IRELAND, "my-layer", Zips.zeros("zeros", 1 << 20), "large");
    scene.functions = "f-01";

    assertThat(scene.plan().problems()).singleElement().asString().contains("at the very least");
  }

  @Test
  void theOtherLayersCountAsTheirZipsDo() {
    put(FunctionSpec.of("f-01").size(262_143_900, 1).layers(before("f-01")));
    scene.functions = "f-01";
    assertThat(scene.plan().problems()).singleElement().asString().contains("at the very least");

    put(FunctionSpec.of("f-01").size(262_143_900, 1).layers(arn(IRELAND, "my-layer", 1)));
    assertThat(scene.plan().problems()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void anotherRuntimeOrArchitectureIsAnError(Unfit unfit) {
    unfit.publish(aws);
    scene.functions = "f-01";

    assertThat(scene.plan().problems()).singleElement().asString().contains(unfit.said);
    assertThat(updates()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aFunctionThatHasTheVersionAlreadyIsNotKeptFromIt(Unfit unfit) {
    unfit.publish(aws);
    put(FunctionSpec.of("f-01").layers(with("f-01", 4)));
    scene.functions = "f-01";
    AttachPlan plan = scene.plan();

    assertThat(plan.problems()).isEmpty();
    assertThat(plan.moves()).singleElement().matches(Move::isNothing);
  }

  @Test
  void norIsOneThatIsInAStateInWhichItCouldNotBeChanged() {
    put(FunctionSpec.of("f-01").layers(with("f-01", 3)));
    aws.functions().state(ACCOUNT, IRELAND, "f-01", "Failed");

    assertThat(scene.plan().problems()).isEmpty();
  }

  @Test
  void aFunctionThatIsJustBeingMadeIsWaitedForAndThenTold() {
    aws.functions().state(ACCOUNT, IRELAND, "f-01", "Pending");
    scene.functions = "f-01";

    assertThat(scene.plan().problems())
        .singleElement()
        .asString()
        .contains("It is still being made after 60 seconds");
  }

  @Test
  void theLayerOfAnotherAccountIsAttachedByItsNumber() {
    String other = "222233334444";
    aws.addStatement(ACCOUNT, IRELAND, "my-layer", 1, "one", other, null);
    aws.addStatement(ACCOUNT, IRELAND, "my-layer", 3, "three", other, null);
    aws.functions()
        .put(other, IRELAND, FunctionSpec.of("theirs").layers(arn(IRELAND, "my-layer", 1)));
    scene.identity = new Identity(null, new AccessKey("AKIA" + other, "secret", null), null);
    scene.regions = List.of(IRELAND);
    scene.functions = "theirs";
    assertThat(scene.plan().problems())
        .singleElement()
        .asString()
        .contains("It uses that of the account " + ACCOUNT, "-DlambdaLayer.owner=" + ACCOUNT);
    scene.owner = ACCOUNT;
    assertThat(scene.plan().problems()).singleElement().asString().contains("name one with");
    scene.version = "3";
    scene.run();

    assertThat(aws.functions().layers(other, IRELAND, "theirs"))
        .containsExactly(arn(IRELAND, "my-layer", 3));
  }

  @Test
  void oneNumberIsNotForSeveralLayers() {
    scene.layers = List.of("my-layer", "above");
    scene.version = "1";

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(scene::plan)
        .withMessageContaining("Name one of them with -DlambdaLayer.layerName");
  }
}
