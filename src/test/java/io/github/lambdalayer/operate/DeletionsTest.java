package io.github.lambdalayer.operate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.endpoint.Fault;
import io.github.lambdalayer.endpoint.FunctionSpec;
import io.github.lambdalayer.endpoint.RecordedCall;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Deleting by rules. */
class DeletionsTest extends OnEndpoint {

  private static final Retention TEN = new Retention(10, null, true, false);

  private Map<String, List<Long>> everything() {
    var live = new TreeMap<String, List<Long>>();
    REGIONS.forEach(region -> live.put(region, live(region)));
    return live;
  }

  /** Sixty versions in each of three regions, some used, some granted, some gone already. */
  private void sixtyVersions() {
    publishEverywhere(60);
    use(IRELAND, "orders", 3, 60);
    use(IRELAND, "bills", 58, 17);
    use("us-east-1", "orders", 44, 44);
    grant(IRELAND, 20, "111122223333");
    grant("ap-southeast-2", 1, "*");
    aws.deleteVersion(ACCOUNT, "us-east-1", NAME, 30);
  }

  /** What a plan leaves, place by place. */
  private static Map<String, List<Long>> left(
      List<DeletionPlan> plans, Map<String, List<Long>> before) {
    var left = new TreeMap<String, List<Long>>();
    for (DeletionPlan plan : plans) {
      String region = plan.place().region();
      left.put(
          region,
          before.getOrDefault(region, List.of()).stream()
              .filter(number -> !plan.deleted().contains(number))
              .toList());
    }
    return left;
  }

  @Test
  void pruningDeletesExactlyWhatItsPreviewNamed() {
    sixtyVersions();
    Map<String, List<Long>> before = everything();

    List<DeletionPlan> preview = everywhere.preview(TEN);

    assertThat(everything()).as("a preview").isEqualTo(before);
    assertThat(aws.calls("DeleteLayerVersion")).isEmpty();
    assertThat(preview.get(0).deleted()).hasSize(47).doesNotContain(3L, 17L, 20L, 51L, 60L);
    assertThat(preview.get(1).deleted()).hasSize(48).doesNotContain(30L, 44L, 51L);
    assertThat(preview.get(2).deleted()).hasSize(49).doesNotContain(1L, 51L);

    List<DeletionResult> results = everywhere.delete(TEN);

    assertThat(results).allSatisfy(result -> assertThat(result.reason()).isEmpty());
    assertThat(results)
        .extracting(DeletionResult::deleted)
        .isEqualTo(preview.stream().map(DeletionPlan::deleted).toList());
    assertThat(everything()).isEqualTo(left(preview, before));
    assertThat(everywhere.preview(TEN))
        .as("what is left to delete")
        .allSatisfy(plan -> assertThat(plan.deleted()).isEmpty());
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"ACCESS_DENIED", "EXPIRED_TOKEN"})
  void aFaultInTheMiddleLosesNothingAndTheNextRunEndsIt(Fault fault) {
    sixtyVersions();
    Map<String, List<Long>> before = everything();
    List<DeletionPlan> preview = everywhere.preview(TEN);
    aws.faults(
        (operation, account, region, index) ->
            operation.equals("DeleteLayerVersion") && region.equals("us-east-1") && index == 20
                ? Optional.of(fault)
                : Optional.empty());

    List<DeletionResult> broken = everywhere.delete(TEN);

    assertThat(broken)
        .extracting(result -> result.reason().isPresent())
        .containsExactly(false, true, false);
    assertThat(broken.get(1).deleted()).isEqualTo(preview.get(1).deleted().subList(0, 20));
    assertThat(live("us-east-1")).hasSize(59 - 20);
    aws.faults((operation, account, region, index) -> Optional.empty());

    List<DeletionResult> again = everywhere.delete(TEN);

    assertThat(again).allSatisfy(result -> assertThat(result.reason()).isEmpty());
    assertThat(again.get(0).deleted()).isEmpty();
    assertThat(again.get(1).deleted())
        .isEqualTo(preview.get(1).deleted().subList(20, preview.get(1).deleted().size()));
    assertThat(everything()).isEqualTo(left(preview, before));
  }

  private static Stream<Arguments> faultsOfCalls() {
    return Stream.of(Fault.values())
        .filter(fault -> fault != Fault.PUBLISH_LATE && fault != Fault.SLOW)
        .flatMap(
            fault ->
                Stream.of(
                        "ListLayerVersions",
                        "ListFunctions",
                        "GetLayerVersionPolicy",
                        "DeleteLayerVersion")
                    .map(operation -> Arguments.of(fault, operation)));
  }

  /** Whatever befalls single calls, nothing goes that the rule keeps, and the runs come to the same end. */
  @ParameterizedTest
  @MethodSource("faultsOfCalls")
  void anyFaultOfAnyCallIsOverstoodOrTold(Fault fault, String operation) {
    publish(IRELAND, 16);
    use(IRELAND, "orders", 2, 4);
    List<Long> gone = List.of(1L, 3L, 5L, 6L);
    aws.failIn(IRELAND, operation, fault);

    List<DeletionPlan> plans = scene.preview(TEN);
    if (plans.get(0).reason().isEmpty()) {
      scene.delete(TEN);
    }

    assertThat(aws.faults().areMet()).as("something went wrong").isTrue();
    assertThat(live(IRELAND)).containsAll(without(16, gone.toArray(Long[]::new)));
    assertThat(scene.delete(TEN).get(0).reason()).isEmpty();
    assertThat(live(IRELAND)).isEqualTo(without(16, gone.toArray(Long[]::new)));
  }

  @Test
  void whatFunctionsComeToUseWhileAllIsExaminedStaysAndIsTold() {
    publishEverywhere(16);

    List<DeletionResult> results = everywhere.delete(TEN, () -> use(IRELAND, "orders", 2, 5));

    assertThat(live(IRELAND)).isEqualTo(without(16, 1L, 3L, 4L, 6L));
    assertThat(live("us-east-1")).isEqualTo(without(16, 1L, 2L, 3L, 4L, 5L, 6L));
    assertThat(results).allSatisfy(result -> assertThat(result.reason()).isEmpty());
    assertThat(results.get(0).deleted()).containsExactly(1L, 3L, 4L, 6L);
    assertThat(results.get(0).nowUsed())
        .extracting(Verdict::reason)
        .containsExactly("used by orders:1 in the meantime", "used by orders in the meantime");
    assertThat(results.get(0).plan().kept()).hasSize(12);
  }

  @Test
  void whereItCannotBeReadAnyMoreWhatIsUsedNothingIsDeletedUnlessForced() {
    publish(IRELAND, 3);
    Runnable refused = () -> aws.faults().deny(ACCOUNT, "lambda:ListFunctions");

    List<DeletionResult> results = scene.delete(new Retention(1, null, true, false), refused);

    assertThat(results.get(0).reason().orElseThrow())
        .contains("Which functions use its versions is not known");
    assertThat(live(IRELAND)).hasSize(3);
    assertThat(scene.delete(new Retention(1, null, true, true), refused).get(0).deleted())
        .containsExactly(1L, 2L);
  }

  @Test
  void aTargetThatCannotBeExaminedKeepsAllFromDeletion() {
    publishEverywhere(3);
    aws.failIn("us-east-1", "ListLayerVersions", Fault.ACCESS_DENIED);

    List<DeletionPlan> plans = everywhere.preview(new Retention(1, null, true, false));

    assertThat(plans)
        .extracting(plan -> plan.reason().isPresent())
        .containsExactly(false, true, false);
    assertThat(plans.get(0).deleted()).containsExactly(1L, 2L);
  }

  @Test
  void withoutKnowingWhoUsesThemNothingIsDeletedUnlessForced() {
    publish(IRELAND, 3);
    use(IRELAND, "orders", 1, 1);
    aws.faults().deny(ACCOUNT, "lambda:ListFunctions");

    assertThat(scene.preview(new Retention(1, null, true, false)).get(0).reason().orElseThrow())
        .contains("Which functions use its versions is not known")
        .contains("lambda:ListFunctions")
        .contains("-DlambdaLayer.deleteUsed");
    assertThat(scene.delete(new Retention(1, null, true, true)).get(0).deleted())
        .containsExactly(1L, 2L);
  }

  @Test
  void aFunctionsPublishedVersionKeepsAVersionToo() {
    publish(IRELAND, 5);
    use(IRELAND, "orders", 5, 2);

    assertThat(scene.preview(new Retention(1, null, true, false)).get(0).kept())
        .extracting(Verdict::reason)
        .containsExactly("the newest", "used by orders:1");
  }

  @Test
  void aFunctionWithALayerOfTheSameNameOfAnotherAccountUsesNoneOfOurs() {
    publish(IRELAND, 2);
    aws.functions()
        .put(
            ACCOUNT,
            IRELAND,
            FunctionSpec.of("other")
                .layers("arn:aws:lambda:eu-west-1:999988887777:layer:" + NAME + ":1"));

    assertThat(scene.preview(new Retention(1, null, true, false)).get(0).deleted())
        .containsExactly(1L);
  }

  @Test
  void ageCountsFromWhenAVersionWasMade() {
    publish(IRELAND, 3);
    var rule = new Retention(1, Duration.ofDays(30), true, false);

    assertThat(scene.preview(rule).get(0).deleted()).isEmpty();
    scene.now = scene.now.plus(Duration.ofDays(31));
    assertThat(scene.preview(rule).get(0).deleted()).containsExactly(1L, 2L);
  }

  @Test
  void onlyTheGrantsOfWhatMayGoAreRead() {
    publish(IRELAND, 60);
    aws.clearCalls();

    scene.preview(new Retention(55, null, true, false));

    assertThat(aws.calls("GetLayerVersionPolicy")).hasSize(5);
    assertThat(aws.calls("GetLayerVersion")).isEmpty();
    assertThat(aws.calls("ListLayerVersions")).hasSize(2);
    assertThat(aws.calls()).extracting(RecordedCall::operation).hasSizeLessThan(11);
  }
}
