package io.github.lambdalayer.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.lambdalayer.endpoint.Zips;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;

/** What is said, and kept, of a run that was stopped. */
final class AttachLeftoversTest extends TwoFunctions {

  @Test
  void whatAStoppedRunHasLeftIsToldAlsoWhereSomethingStandsInTheWay() throws Exception {
    leave(List.of("gone"), List.of(arn(1)), List.of());
    aws.functions().state(ACCOUNT, REGION, "users", "Failed");

    assertThatExceptionOfType(MojoFailureException.class).isThrownBy(() -> run("*", null, true));
    assertThat(log.warnings)
        .singleElement()
        .asString()
        .contains("An earlier run was stopped", "function:gone", "It had libs:1.");
  }

  @Test
  void aStoppedRunIsForgottenOnceNothingOfItIsOpen() throws Exception {
    leave(List.of("orders", "users"), List.of(arn(1)), List.of(arn(2)));
    version = List.of("1");
    run("orders", null, false);
    assertThat(journal()).exists();
    run("orders", null, true);
    assertThat(log.infos).last().asString().contains("Nothing to do");
    assertThat(journal()).doesNotExist();

    for (String name : List.of("orders", "users")) {
      aws.functions().change(ACCOUNT, REGION, name, arn(2));
    }
    version = List.of();
    run("*", null, true);
    assertThat(log.infos).noneMatch(line -> line.contains("An earlier run was stopped"));
    assertThat(log.warnings).isEmpty();
  }

  @Test
  void soItIsWhereNothingIsChosen() throws Exception {
    leave(List.of("orders", "users"), List.of(arn(1)), List.of(arn(2)));
    version = List.of("none");
    run("x*", null, true);

    assertThat(log.infos).last().asString().contains("No function that <functions> chooses");
    assertThat(journal()).doesNotExist();
  }

  @Test
  void soItIsWhereSomebodyElseHasMovedAFunctionSince() throws Exception {
    aws.publishByHand(ACCOUNT, REGION, Attaching.LAYER, Zips.of("text", "libs 3"), "");
    leave(List.of("orders", "gone"), List.of(arn(1)), List.of(arn(2)));
    aws.functions().change(ACCOUNT, REGION, "orders", arn(3));
    run("orders", null, true);

    assertThat(log.warnings)
        .anyMatch(line -> line.contains("somebody else has changed") && line.contains("orders."));
    assertThat(log.infos).last().asString().contains("Nothing to do");
    assertThat(journal()).content().contains("function:gone").doesNotContain("orders");
  }
}
