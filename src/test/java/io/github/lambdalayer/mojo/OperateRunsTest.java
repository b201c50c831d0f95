package io.github.lambdalayer.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.lambdalayer.aws.Identity;
import io.github.lambdalayer.endpoint.Fault;
import io.github.lambdalayer.endpoint.FunctionSpec;
import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.LayerName;
import io.github.lambdalayer.layer.Permission;
import io.github.lambdalayer.operate.DeletionPlan;
import io.github.lambdalayer.operate.DeletionRule;
import io.github.lambdalayer.operate.NamedVersions;
import io.github.lambdalayer.operate.Overviews;
import io.github.lambdalayer.operate.Retention;
import io.github.lambdalayer.operate.SharingPlan;
import io.github.lambdalayer.operate.SharingRule;
import io.github.lambdalayer.operate.VersionSet;
import io.github.lambdalayer.publish.Destination;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;

/** What the goals after publishing tell, and when they fail. */
final class OperateRunsTest extends OnLambda {

  private static final List<Permission> ALICE = List.of(Permission.parse("account:111122223333"));
  private static final Retention NEWEST = new Retention(1, null, true, false);

  private List<DeletionPlan> delete(DeletionRule rule, boolean isWanted, String... layers)
      throws Exception {
    return in(
        List.of(REGION, OTHER_REGION),
        open -> new DeletionRun(rule, 4, log).run(layers(layers), open, isWanted));
  }

  private List<SharingPlan> share(VersionSet versions, boolean isWanted, String... layers)
      throws Exception {
    var rule = SharingRule.share(versions, ALICE, false, false);
    return in(
        List.of(REGION, OTHER_REGION),
        open -> new SharingRun(rule, 4, log).run(layers(layers), open, isWanted));
  }

  private List<Long> live(String region) {
    return aws.versions(ACCOUNT, region, "libs").stream().map(one -> one.version()).toList();
  }

  private static VersionSet numbers(String... items) {
    return VersionSet.numbers(List.of(items));
  }

  @Test
  void aPreviewOfADeletionDeletesNothingAndSaysHowItIsDone() throws Exception {
    publish(REGION, "libs", 2);

    delete(NEWEST, false, "libs");

    assertThat(live(REGION)).containsExactly(2L, 1L);
    assertThat(log.infos)
        .contains(
            "  delete 1: not the newest",
            "Nothing was deleted: this is a preview. To delete the 1 version above, run it again with"
                + " -DlambdaLayer.yes");
  }

  @Test
  void aDeletionThatComesToNoEndFailsAndTellsHowFarItCame() throws Exception {
    publish(REGION, "libs", 2);
    publish(OTHER_REGION, "libs", 2);
    aws.failIn(OTHER_REGION, "DeleteLayerVersion", Fault.ACCESS_DENIED);

    assertThatExceptionOfType(MojoExecutionException.class)
        .isThrownBy(() -> delete(NEWEST, true, "libs"))
        .withMessageStartingWith(
            "1 of 2 targets failed. Run it again: it does only what is missing:")
        .withMessageContaining("libs in us-east-1 of 123456789012, after 0 of 1 version: ");

    assertThat(live(REGION)).containsExactly(2L);
    assertThat(log.infos).contains("libs in eu-west-1 of 123456789012: deleted 1");
  }

  @Test
  void nothingIsDeletedAnywhereWhereATargetCannotBeExamined() throws Exception {
    publish(REGION, "libs", 2);
    aws.failIn(OTHER_REGION, "ListLayerVersions", Fault.ACCESS_DENIED);

    assertThatExceptionOfType(MojoExecutionException.class)
        .isThrownBy(() -> delete(NEWEST, true, "libs"))
        .withMessageStartingWith(
            "1 of 2 targets could not be examined, and nothing was deleted anywhere:");

    assertThat(live(REGION)).containsExactly(2L, 1L);
  }

  @Test
  void norWhereAnAccountCannotBeReached() throws Exception {
    publish(REGION, "libs", 2);
    var here = new Destination(Identity.DEFAULT, choice(List.of(REGION)));
    var nobody = new Identity("no-such-profile", null, null);
    var nowhere = new Destination(nobody, choice(List.of(OTHER_REGION)));

    assertThatExceptionOfType(MojoExecutionException.class)
        .isThrownBy(
            () ->
                in(
                    open -> new DeletionRun(NEWEST, 4, log).run(layers("libs"), open, true),
                    here,
                    nowhere))
        .withMessageStartingWith(
            "1 of 2 targets could not be examined, and nothing was deleted anywhere:")
        .withMessageContaining("no-such-profile");

    assertThat(live(REGION)).containsExactly(2L, 1L);
  }

  @Test
  void nothingIsSharedAnywhereWhereATargetCannotBeExamined() throws Exception {
    publish(REGION, "libs", 2);
    aws.failIn(OTHER_REGION, "ListLayerVersions", Fault.ACCESS_DENIED);

    assertThatExceptionOfType(MojoExecutionException.class)
        .isThrownBy(() -> share(VersionSet.NEWEST, true, "libs"))
        .withMessageStartingWith(
            "1 of 2 targets could not be examined, and nothing was changed anywhere:");

    assertThat(aws.calls("AddLayerVersionPermission")).isEmpty();
  }

  @Test
  void whatMayBeAskedOfFunctionsIsSaidOnce() throws Exception {
    publish(REGION, "libs", 2);
    aws.faults().deny(ACCOUNT, "lambda:ListFunctions");

    assertThatExceptionOfType(MojoExecutionException.class)
        .isThrownBy(() -> delete(NEWEST, false, "libs"))
        .satisfies(
            failure ->
                assertThat(String.valueOf(failure.getMessage()).lines().toList().get(1))
                    .containsOnlyOnce("lambda:ListFunctions to this identity")
                    .doesNotContain("Let lambda:ListFunctions"));
  }

  @Test
  void aPreviewOfSharingGrantsNothing() throws Exception {
    publish(REGION, "libs", 2);

    share(VersionSet.NEWEST, false, "libs");

    assertThat(aws.calls("AddLayerVersionPermission")).isEmpty();
    assertThat(log.infos)
        .contains(
            "libs in eu-west-1 of 123456789012: 1 of 1 version to change",
            "Nothing was changed: this is a preview. To change the 1 version above, run it again with"
                + " -DlambdaLayer.yes");
  }

  @Test
  void sharingThatComesToNoEndFailsAndTellsHowFarItCame() throws Exception {
    publish(REGION, "libs", 2);
    publish(OTHER_REGION, "libs", 2);
    aws.failIn(OTHER_REGION, "AddLayerVersionPermission", Fault.ACCESS_DENIED);

    assertThatExceptionOfType(MojoExecutionException.class)
        .isThrownBy(() -> share(VersionSet.ALL, true, "libs"))
        .withMessageContaining("libs in us-east-1 of 123456789012, after 0 of 2 versions: ");

    assertThat(log.infos).contains("libs in eu-west-1 of 123456789012: changed and read back 1-2");
  }

  @Test
  void aNumberThatIsInNoTargetIsSharedWithNobodyAndNorAreTheOthers() throws Exception {
    publish(REGION, "libs", 2);
    publish(OTHER_REGION, "libs", 3);

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> share(numbers("3", "9", "20-30"), true, "libs"))
        .withMessage(
            "<versions> is '3,9,20-30', and no target has 9 and 20-30. libs has 1-3: name some of these"
                + " with -DlambdaLayer.versions.");

    assertThat(aws.calls("AddLayerVersionPermission")).isEmpty();
    share(numbers("3"), true, "libs");
    assertThat(aws.calls("AddLayerVersionPermission")).as("in one region").hasSize(1);
  }

  @Test
  void aLayerThatIsNowhereCannotBeShared() {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> share(VersionSet.NEWEST, true, "libs", "utils"))
        .withMessage(
            "<versions> is 'newest', and no target has any of libs and utils: publish first, or check"
                + " <layerName>, <regions> and the account.");
  }

  @Test
  void aNumberThatIsInNoTargetIsNoVersionToTellOf() throws Exception {
    publish(REGION, "libs", 2);

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(
            () ->
                in(
                    List.of(REGION),
                    open -> {
                      var found = Overviews.of(numbers("99"), null, log::info);
                      new NothingThere(found.read(layers("libs", "utils"), open, 2))
                          .refuse(numbers("99"));
                      return found;
                    }))
        .withMessage(
            "<versions> is '99', and no target has 99. libs has 1-2: name some of these with"
                + " -DlambdaLayer.versions.");
  }

  @Test
  void ofNumbersToDeleteThoseMustHaveBeenThereOnce() throws Exception {
    publish(REGION, "libs", 3);
    List<DeletionPlan> gone = delete(new NamedVersions(numbers("2", "7"), false), true, "libs");

    new NothingThere(gone).refuseAbove(numbers("2"), log);
    assertThat(log.warnings).isEmpty();
    new NothingThere(gone).refuseAbove(numbers("2", "7"), log);
    assertThat(log.warnings)
        .containsExactly(
            "<versions> is '2,7', and no target has 7. libs has 1-3: name some of these with"
                + " -DlambdaLayer.versions.");
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> new NothingThere(gone).refuseAbove(numbers("7", "9"), log))
        .withMessageContaining("no target has 7 and 9.");
  }

  @Test
  void aLayerThatIsNowhereIsWarnedOfWithTheOneThatMayBeMeant() throws Exception {
    publish(OTHER_REGION, "libs", 1);
    List<DeletionPlan> plans = delete(NEWEST, true, "libs", "libz");

    new NothingThere(plans).warn(List.of(new LayerName("libs"), new LayerName("other")), log);

    assertThat(log.warnings)
        .as("of a layer that is missing in one region only there is nothing to say")
        .containsExactly(
            "libz has no version in any target. If it is published, check <layerName>, <regions> and"
                + " the account. Did you mean libs?");
  }

  @Test
  void functionsThatCameToUseAVersionAreWarnedOf() throws Exception {
    publish(REGION, "libs", 3);
    // Of the two regions each list is read once for the plan, and once more before it is carried
    // out.
    aws.faults(
        (operation, account, region, index) -> {
          if (operation.equals("ListFunctions") && region.equals(REGION) && index == 1) {
            aws.functions().put(ACCOUNT, REGION, FunctionSpec.of("orders").layers(arn("libs", 1)));
          }
          return Optional.empty();
        });

    delete(NEWEST, true, "libs");

    assertThat(live(REGION)).containsExactly(3L, 1L);
    assertThat(log.infos).contains("libs in eu-west-1 of 123456789012: deleted 2");
    assertThat(log.warnings)
        .containsExactly(
            "libs in eu-west-1 of 123456789012: kept 1: used by orders in the meantime");
  }
}
