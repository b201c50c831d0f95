package io.github.lambdalayer.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.github.lambdalayer.endpoint.FunctionSpec;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;

/** What is said of functions that move, or do not. */
final class AttachRunTest extends TwoFunctions {

  @Test
  void whatCouldNotBePutBackIsToldWithTheCommandThatDoesIt() {
    aws.functions().answer(ACCOUNT, REGION, "users", "Unhandled", "{}");
    aws.faults(
        (operation, account, region, index) -> {
          if (operation.equals("Invoke") && index == 1) {
            aws.functions().startUpdate(ACCOUNT, REGION, "orders", 1_000_000);
          }
          return Optional.empty();
        });

    assertThatExceptionOfType(MojoExecutionException.class)
        .isThrownBy(() -> run("*", "{}", true))
        .withMessageContainingAll(
            "1 of 2 functions failed, and 1 COULD NOT BE PUT BACK:",
            "users in eu-west-1 of 123456789012: Invoked with <testEvent>, it has failed",
            "orders in eu-west-1 of 123456789012 was not put back: It is still being updated",
            "mvn PLUGIN:attach -DlambdaLayer.layerName=libs -DlambdaLayer.version=1"
                + " -DlambdaLayer.functions=orders -DlambdaLayer.regions=eu-west-1"
                + " -DlambdaLayer.yes");
    assertThat(folder.resolve("attached.json")).content().contains("\"not-restored\"");
    assertThat(aws.functions().layers(ACCOUNT, REGION, "users")).containsExactly(arn(1));
  }

  @Test
  void whereWhatItHadWasDeletedNoCommandIsPromisedThatBringsItBack() throws Exception {
    aws.deleteVersion(ACCOUNT, REGION, Attaching.LAYER, 1);
    aws.functions().answer(ACCOUNT, REGION, "users", "Unhandled", "{}");
    var attaching = new Attaching(aws.uri(), folder, log);
    attaching.functions = "users";
    attaching.event = "{}";
    attaching.allowsDeleted = true;

    assertThatExceptionOfType(MojoExecutionException.class)
        .isThrownBy(() -> attaching.run(true))
        .withMessageContainingAll(
            "1 COULD NOT BE PUT BACK",
            "It had libs:1, which cannot be given again. Give it another NUMBER",
            "-DlambdaLayer.version=NUMBER -DlambdaLayer.functions=users")
        .withMessageContaining("-DlambdaLayer.allowDeleted -DlambdaLayer.yes")
        .withMessageNotContaining("Run the same command again");
    assertThat(log.warnings)
        .singleElement()
        .asString()
        .contains("could not be put back to it, should one fail: users");

    attaching.event = null;
    attaching.version = List.of("2");
    attaching.run(true);
    assertThat(aws.functions().layers(ACCOUNT, REGION, "users")).containsExactly(arn(2));
    assertThat(journal()).doesNotExist();
  }

  @Test
  void whereNobodyUsesTheLayerItMayBeASlipOrDoneBefore() throws Exception {
    for (String name : List.of("orders", "users")) {
      aws.functions().change(ACCOUNT, REGION, name);
    }
    run("*", null, false);
    assertThat(log.warnings)
        .singleElement()
        .asString()
        .contains("No function that <functions> chooses uses libs: nothing to do. Check the name");

    log.warnings.clear();
    version = List.of("none");
    run("*", null, true);
    assertThat(log.warnings).isEmpty();
    assertThat(log.infos).last().asString().endsWith("uses libs: nothing to do.");
  }

  @Test
  void aPreviewSaysThatItIsOne() throws Exception {
    run("orders", null, false);

    assertThat(log.infos).anyMatch(line -> line.contains("libs:1 -> 2"));
    assertThat(log.infos).last().asString().contains("this is a preview", "-DlambdaLayer.yes");
    assertThat(folder.resolve("attached.json")).doesNotExist();
  }

  @Test
  void oneFunctionIsNotSpokenOfAsSeveral() throws Exception {
    aws.functions().put(ACCOUNT, REGION, FunctionSpec.of("orders").layers(arn(1)).publish(arn(1)));
    run("orders", null, false);
    assertThat(log.infos)
        .anyMatch(line -> line.contains("the layers of 1 published version of these functions"))
        .anyMatch(line -> line.contains("To change the function above"));
    run("orders", null, true);
    assertThat(log.infos).contains("Moving 1 of 1 function");
  }

  @Test
  void nothingToDoIsNoFailure() throws Exception {
    aws.functions().put(ACCOUNT, REGION, FunctionSpec.of("orders"));
    aws.functions().put(ACCOUNT, REGION, FunctionSpec.of("users"));
    run("*", null, true);
    assertThat(log.warnings).last().asString().contains("No function that <functions> chooses");
    aws.functions().put(ACCOUNT, REGION, FunctionSpec.of("orders").layers(arn(1)));
    run("*", null, true);
    run("*", null, true);
    assertThat(log.infos)
        .last()
        .asString()
        .contains("Nothing to do: all that is chosen is as it is to be.");
  }

  @Test
  void whatSomebodyElseHasChangedIsNotToldToBeAsItWas() {
    aws.functions().answer(ACCOUNT, REGION, "users", "Unhandled", "{}");
    aws.faults(
        (operation, account, region, index) -> {
          if (operation.equals("Invoke") && index == 1) {
            aws.functions().change(ACCOUNT, REGION, "orders");
          }
          return Optional.empty();
        });

    assertThatExceptionOfType(MojoExecutionException.class)
        .isThrownBy(() -> run("*", "{}", true))
        .withMessageContainingAll(
            "1 of 2 functions failed, and all of them have the layers that they had before, but for 1"
                + " that somebody else has changed:",
            "orders in eu-west-1 of 123456789012 was changed by somebody else meanwhile");
    assertThat(folder.resolve("attached.json")).content().contains("\"changed-by-others\"");
    assertThat(aws.functions().layers(ACCOUNT, REGION, "orders")).isEmpty();
  }

  @Test
  void theResultsAreToldAlsoWhereTheJournalCannotBeClosed() {
    aws.functions().answer(ACCOUNT, REGION, "users", "Unhandled", "{}");
    aws.faults(
        (operation, account, region, index) -> {
          if (operation.equals("Invoke") && index == 1) {
            aws.functions().startUpdate(ACCOUNT, REGION, "orders", 1_000_000);
            write(journal(), "nonsense");
          }
          return Optional.empty();
        });

    assertThatIOException()
        .isThrownBy(() -> run("*", "{}", true))
        .withMessageContainingAll(
            "1 COULD NOT BE PUT BACK", "-DlambdaLayer.version=1", "attaching.json");
    assertThat(log.infos).anyMatch(line -> line.contains("NOT PUT BACK"));
    assertThat(folder.resolve("attached.json")).content().contains("\"not-restored\"");
  }

  @Test
  void whatStandsInTheWayFailsTheBuild() {
    aws.functions().state(ACCOUNT, REGION, "users", "Failed");

    assertThatExceptionOfType(MojoFailureException.class)
        .isThrownBy(() -> run("*", null, true))
        .withMessageContainingAll("Nothing was changed", "users in eu-west-1", "Failed");
    assertThat(aws.calls("UpdateFunctionConfiguration")).isEmpty();
  }
}
