package io.github.lambdalayer.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.lambdalayer.endpoint.Fault;
import io.github.lambdalayer.endpoint.FunctionSpec;
import io.github.lambdalayer.endpoint.OtherJvm;
import io.github.lambdalayer.endpoint.StrictLambdaEndpoint;
import io.github.lambdalayer.endpoint.SystemCredentials;
import io.github.lambdalayer.endpoint.Zips;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A second JVM is ended while it moves twenty functions, and the next run in this one comes to an end. */
final class KilledAttachTest {

  private static final String ACCOUNT = StrictLambdaEndpoint.DEFAULT_ACCOUNT;
  private static final List<String> NAMES =
      IntStream.rangeClosed(1, 20).mapToObj("f-%02d"::formatted).toList();

  @TempDir Path folder;
  private final RecordingLog log = new RecordingLog();
  private StrictLambdaEndpoint aws;
  private OtherJvm jvm;
  private Attaching next;

  @BeforeEach
  void start() {
    aws = StrictLambdaEndpoint.start();
    jvm = new OtherJvm(folder.resolve("output.txt"));
    next = new Attaching(aws.uri(), folder, log);
    for (int i = 1; i <= 3; i++) {
      aws.publishByHand(
          ACCOUNT, Attaching.REGION, Attaching.LAYER, Zips.of("text", "libs " + i), "");
    }
    aws.publishByHand(ACCOUNT, Attaching.REGION, "below", Zips.of("text", "below"), "");
    NAMES.forEach(
        name ->
            aws.functions()
                .put(ACCOUNT, Attaching.REGION, FunctionSpec.of(name).layers(layers("1"))));
  }

  @AfterEach
  void stop() {
    jvm.kill();
    aws.close();
    SystemCredentials.clear();
  }

  /** What a function has that has some version of the layer, or none of it. */
  private static String[] layers(String version) {
    String below = "arn:aws:lambda:eu-west-1:" + ACCOUNT + ":layer:below:1";
    String libs = "arn:aws:lambda:eu-west-1:" + ACCOUNT + ":layer:libs:" + version;
    return version.equals("none") ? new String[] {below} : new String[] {below, libs};
  }

  private List<String> with(String version) {
    return NAMES.stream()
        .filter(
            name ->
                aws.functions()
                    .layers(ACCOUNT, Attaching.REGION, name)
                    .equals(List.of(layers(version))))
        .toList();
  }

  /** Moves functions in the other JVM, which is ended in the middle. */
  private void end(String version, int number, boolean isDone, Consumer<OtherJvm> way)
      throws IOException, InterruptedException {
    runAndEnd(version, number, isDone, way);

    assertThat(jvm.output())
        .contains("Moving 20 of 20 functions")
        .contains("If this is stopped half-way, by Ctrl-C say, run it again in this folder.");
    int done = isDone ? number : number - 1;
    assertThat(with(version)).hasSize(done);
    assertThat(with("1")).hasSize(20 - done);
  }

  /** Ends it before the update of a number is done, or when it looks what has come of that. */
  private void runAndEnd(String version, int number, boolean isDone, Consumer<OtherJvm> way)
      throws IOException, InterruptedException {
    var updates = new AtomicInteger();
    aws.faults(
        (operation, account, region, index) -> {
          boolean isUpdate = operation.equals("UpdateFunctionConfiguration");
          int count = isUpdate ? updates.incrementAndGet() : updates.get();
          if (count != number || isUpdate == isDone) {
            return Optional.empty();
          }
          way.accept(jvm);
          return Optional.of(Fault.RESET_BEFORE);
        });
    int status = jvm.run(Attaching.class, aws.uri().toString(), folder.toString(), version);
    aws.faults((operation, account, region, index) -> Optional.empty());

    assertThat(status).as(jvm.output()).isNotZero();
    assertThat(journal()).exists();
  }

  private Path journal() {
    return folder.resolve("attaching.json");
  }

  private void run(String version) throws Exception {
    next.version = List.of(version);
    next.run(true);
  }

  private void assertAllHave(String version) {
    assertThat(with(version)).isEqualTo(NAMES);
    assertThat(journal()).doesNotExist();
  }

  @ParameterizedTest(name = "at update {0}, which is done: {1}")
  @CsvSource({"1, false", "7, true", "20, true"})
  void theRunAfterAKilledOneMovesAll(int number, boolean isDone) throws Exception {
    end("3", number, isDone, OtherJvm::kill);
    run("3");

    assertAllHave("3");
    assertThat(Files.readString(folder.resolve("attached.json"))).doesNotContain("libs:2");
  }

  @ParameterizedTest(name = "at update {0}, which is done: {1}")
  @CsvSource({"13, false", "20, true"})
  void orPutsAllBackWhenOneFails(int number, boolean isDone) throws Exception {
    end("3", number, isDone, OtherJvm::kill);
    aws.functions().answer(ACCOUNT, Attaching.REGION, "f-04", "Unhandled", "{}");
    next.event = "{}";

    assertThatExceptionOfType(MojoExecutionException.class)
        .isThrownBy(() -> run("3"))
        .withMessageContaining(
            "1 of 20 functions failed, and all of them have the layers that they had before");
    assertAllHave("1");
  }

  @Test
  void whatCtrlCStopsIsEndedLikewise() throws Exception {
    end("3", 7, true, OtherJvm::stop);
    next.run(false);

    assertThat(log.infos)
        .anyMatch(line -> line.startsWith("An earlier run was stopped after it had changed 7 of"))
        .anyMatch(line -> line.contains("f-07") && line.endsWith("libs:1 -> 3 (earlier run)"))
        .anyMatch(line -> line.contains("f-08") && line.endsWith("libs:1 -> 3"))
        .last()
        .asString()
        .contains("this is a preview", "To change the 20 functions above");
    assertThat(journal()).exists();
    run("3");
    assertAllHave("3");
  }

  @Test
  void anotherVersionMendsItAsWell() throws Exception {
    end("3", 7, true, OtherJvm::kill);
    run("2");

    assertAllHave("2");
  }

  @Test
  void soItIsWhereTheLayerWasTakenAway() throws Exception {
    end("none", 7, true, OtherJvm::kill);
    next.functions = "f-*";
    run("none");

    assertAllHave("none");
  }

  @Test
  void aRunThatIsKilledOnTheWayBackIsEndedToo() throws Exception {
    end("3", 7, true, OtherJvm::kill);
    aws.functions().requireSignature(ACCOUNT, Attaching.REGION, "f-08", true, "profile");
    // The first update is refused, and three have gone back when that run is killed as well.
    runAndEnd("3", 4, true, OtherJvm::kill);
    assertThat(with("3")).hasSize(4);
    assertThat(with("1")).hasSize(16);

    assertThatExceptionOfType(MojoExecutionException.class).isThrownBy(() -> run("3"));
    assertAllHave("1");
  }
}
