package io.github.lambdalayer.operate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** What of a run that was stopped is kept, and what is forgotten. */
final class AttachForgottenTest extends StoppedAttach {

  @Test
  void aFunctionOfARunThatDiedWhichIsNotChosenNowIsTold() {
    die();
    scene.functions = "f-*,!f-02";
    scene.run();

    assertThat(scene.plan().warnings())
        .singleElement()
        .asString()
        .contains("An earlier run was stopped and may have changed", "function:f-02")
        .contains("It had below:1, my-layer:2, above:1.", "attaching.json");
    assertThat(scene.journalFile()).content().contains("f-02").doesNotContain("f-03");
  }

  @Test
  void oneThatIsAsItWasIsNotSpokenOfAnyMore() {
    die();
    scene.functions = "f-*,!f-08";

    assertThat(scene.plan().warnings()).isEmpty();
    assertThat(scene.plan().notes())
        .singleElement()
        .asString()
        .contains("after it had changed 7 of these functions");
    scene.run();
    assertThat(scene.journalFile()).doesNotExist();
  }

  /** As where a list lags behind an update that a run has sent before it died. */
  private void changeOnceListed(String name) {
    aws.functions().change(ACCOUNT, region(name), name, before(name));
    var isFirst = new AtomicBoolean(true);
    aws.faults(
        (operation, account, region, index) -> {
          if (operation.equals("GetFunctionConfiguration") && isFirst.getAndSet(false)) {
            aws.functions().change(ACCOUNT, region(name), name, with(name, 3));
          }
          return Optional.empty();
        });
  }

  @Test
  void theWayBackOfOneThatIsNotChosenIsNotForgottenByAList() {
    die();
    changeOnceListed("f-02");
    scene.functions = "f-*,!f-02";
    scene.run();

    assertThat(scene.journalFile()).content().contains("f-02").doesNotContain("f-03");
    scene.functions = "f-02";
    assertThat(scene.plan().moves().get(0).before()).containsExactly(before("f-02"));
  }

  @Test
  void theWayBackOfOneThatIsChosenIsNotForgottenByAListEither() throws IOException {
    die();
    changeOnceListed("f-01");
    scene.version = "2";
    // This run dies too, before it has changed anything.
    AttachPlan plan = scene.plan();
    scene.journal().open(plan.needed(), plan.ended());
    scene.version = "";
    scene.run(next -> Trouble.CODE_SIGNING.befall(aws.functions()));

    assertThat(all()).isEqualTo(allBefore());
  }

  @Test
  void oneThatCannotBeReadIsKept() {
    die();
    aws.functions().change(ACCOUNT, region("f-02"), "f-02", before("f-02"));
    aws.functions().startUpdate(ACCOUNT, region("f-02"), "f-02", 1_000_000);
    scene.functions = "f-*,!f-02";
    scene.run();

    assertThat(scene.journalFile()).content().contains("f-02").doesNotContain("f-03");
  }

  @Test
  void whatSomebodyElseHasChangedSinceIsToldAndForgotten() {
    die();
    for (String name : List.of("f-01", "f-02")) {
      aws.functions().change(ACCOUNT, region(name), name, without(name)[0]);
    }
    scene.functions = "f-*,!f-02";
    scene.isAdded = true;

    assertThat(scene.plan().warnings())
        .filteredOn(note -> note.startsWith("Since an earlier run was stopped, somebody else has"))
        .satisfiesExactlyInAnyOrder(
            note -> assertThat(note).contains("f-01", "that run: below:1, my-layer:1, above:1."),
            note -> assertThat(note).contains("f-02", "that run: below:1, my-layer:2, above:1."));
    assertThat(scene.plan().warnings()).noneMatch(note -> note.contains("which is not chosen now"));
    scene.run();
    assertThat(scene.journalFile()).doesNotExist();
    assertThat(layers("f-02")).containsExactly(without("f-02")[0]);
  }
}
