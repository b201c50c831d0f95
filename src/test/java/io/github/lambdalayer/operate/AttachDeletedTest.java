package io.github.lambdalayer.operate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.aws.AccessKey;
import io.github.lambdalayer.aws.Identity;
import io.github.lambdalayer.endpoint.FunctionSpec;
import io.github.lambdalayer.operate.MoveResult.Status;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Functions whose layers were deleted, or are not shared any more. */
final class AttachDeletedTest extends TwentyFunctions {

  @Test
  void whatCouldNotBePutBackIsNotBegun() {
    aws.deleteVersion(ACCOUNT, IRELAND, "my-layer", 1);
    assertThat(scene.plan().problems())
        .singleElement()
        .asString()
        .contains("could not be put back", "-DlambdaLayer.allowDeleted", "f-01")
        .doesNotContain("f-05");
    scene.allowsDeleted = true;
    assertThat(scene.plan().warnings())
        .singleElement()
        .asString()
        .contains(
            ":layer:my-layer:1 was deleted", "could not be put back to it, should one fail: f-01")
        .doesNotContain("allowDeleted");
    assertThat(scene.run()).extracting(MoveResult::status).containsOnly(Status.MOVED);
  }

  @Test
  void anotherLayerThatWasDeletedIsToldBefore() {
    aws.deleteVersion(ACCOUNT, IRELAND, "above", 1);
    scene.allowsDeleted = true;

    assertThat(scene.plan().warnings()).isEmpty();
    assertThat(scene.plan().problems())
        .singleElement()
        .asString()
        .contains(":layer:above:1 was deleted", "f-01");
  }

  @Test
  void whatOneAccountIsNotGivenAnyMoreTheOwnerStillHas() {
    String other = "222233334444";
    String before = arn(IRELAND, "my-layer", 1);
    aws.addStatement(ACCOUNT, IRELAND, "my-layer", 3, "three", other, null);
    aws.functions().put(other, IRELAND, FunctionSpec.of("f-01").layers(before));
    scene.others = List.of(new Identity(null, new AccessKey("AKIA" + other, "secret", null), null));
    scene.regions = List.of(IRELAND);
    scene.functions = "f-01";
    scene.owner = ACCOUNT;
    scene.version = "3";
    scene.allowsDeleted = true;

    AttachPlan plan = scene.plan();
    assertThat(plan.problems()).isEmpty();
    assertThat(plan.moves())
        .satisfiesExactlyInAnyOrder(
            owners -> {
              assertThat(owners.place().account()).isEqualTo(ACCOUNT);
              assertThat(owners.gone()).isEmpty();
              assertThat(owners.wayBack())
                  .allMatch(parameters -> parameters.contains("-DlambdaLayer.version=1 "));
            },
            theirs -> {
              assertThat(theirs.gone()).isEqualTo(Set.of(before));
              assertThat(theirs.lost()).isEqualTo("my-layer:1");
            });
    assertThat(plan.warnings()).singleElement().asString().contains(other, "f-01");
  }
}
