package io.github.lambdalayer.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.lambdalayer.endpoint.FunctionSpec;
import io.github.lambdalayer.endpoint.StrictLambdaEndpoint;
import io.github.lambdalayer.endpoint.SystemCredentials;
import io.github.lambdalayer.endpoint.Zips;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of functions that move, or do not. */
final class AttachRunTest {

  private static final String ACCOUNT = StrictLambdaEndpoint.DEFAULT_ACCOUNT;
  private static final String REGION = Attaching.REGION;
  private static final Gson JSON = new Gson();

  @TempDir Path folder;
  private final RecordingLog log = new RecordingLog();
  private List<String> version = List.of();
  private StrictLambdaEndpoint aws;

  @BeforeEach
  void start() {
    aws = StrictLambdaEndpoint.start();
    for (int i = 1; i <= 2; i++) {
      aws.publishByHand(ACCOUNT, REGION, Attaching.LAYER, Zips.of("text", "libs " + i), "");
    }
    for (String name : List.of("orders", "users")) {
      aws.functions().put(ACCOUNT, REGION, FunctionSpec.of(name).layers(arn(1)));
    }
  }

  @AfterEach
  void stop() {
    aws.close();
    SystemCredentials.clear();
  }

  private static String arn(int version) {
    return "arn:aws:lambda:" + REGION + ":" + ACCOUNT + ":layer:" + Attaching.LAYER + ":" + version;
  }

  private void run(String functions, @Nullable String event, boolean isWanted) throws Exception {
    var attaching = new Attaching(aws.uri(), folder, log);
    attaching.functions = functions;
    attaching.event = event;
    attaching.version = version;
    attaching.run(isWanted);
  }

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
        .withMessageNotContaining("Run the same command again");
    assertThat(log.warnings)
        .singleElement()
        .asString()
        .contains("could not be put back to it, should one fail: users");
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
  void whatAStoppedRunHasLeftIsToldAlsoWhereSomethingStandsInTheWay() throws Exception {
    leave(List.of("gone"), List.of(arn(1)), List.of());
    aws.functions().state(ACCOUNT, REGION, "users", "Failed");

    assertThatExceptionOfType(MojoFailureException.class).isThrownBy(() -> run("*", null, true));
    assertThat(log.warnings)
        .singleElement()
        .asString()
        .contains("An earlier run was stopped", "function:gone", "It had libs:1.");
  }

  /** Of a run that was stopped, which was to move these functions. */
  private void leave(List<String> functions, List<String> before, List<String> after) {
    var entries = new JsonArray();
    for (String function : functions) {
      var entry = new JsonObject();
      entry.addProperty(
          "function", "arn:aws:lambda:eu-west-1:" + ACCOUNT + ":function:" + function);
      entry.add("before", JSON.toJsonTree(before));
      entry.add("after", JSON.toJsonTree(List.of(after)));
      entries.add(entry);
    }
    var journal = new JsonObject();
    journal.add("functions", entries);
    write(journal(), journal.toString());
  }

  private Path journal() {
    return folder.resolve("attaching.json");
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

    assertThat(log.warnings).last().asString().contains("No function that <functions> chooses");
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

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
