package io.github.lambdalayer.lint;

import static io.github.lambdalayer.lint.SampleJars.classFile;
import static io.github.lambdalayer.lint.SampleJars.jar;
import static io.github.lambdalayer.lint.SampleJars.layer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.lambdalayer.content.LayerContent;
import io.github.lambdalayer.content.LayerEntry;
import io.github.lambdalayer.content.Survey;
import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.LambdaRuntime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RunnableRuntimesTest {

  private final Path folder;

  RunnableRuntimesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private static Survey surveyed(LayerContent content) throws IOException {
    return Survey.of(content);
  }

  private Survey needing(int classFileVersion) throws IOException {
    return surveyed(
        layer(jar(folder.resolve("a.jar"), Map.of("a/A.class", classFile(classFileVersion)))));
  }

  @Test
  void areThoseThatRunTheHighestClassFileVersion() throws IOException {
    assertThat(RunnableRuntimes.of(needing(61), 0)).isEqualTo(LambdaRuntime.javaRuntimesFor(17));
  }

  @Test
  void areNeverBelowTheCompilersRelease() throws IOException {
    assertThat(RunnableRuntimes.of(needing(52), 21)).isEqualTo(LambdaRuntime.javaRuntimesFor(21));
  }

  @Test
  void areNotWidenedByAnOlderCompilersRelease() throws IOException {
    assertThat(RunnableRuntimes.of(needing(65), 8)).isEqualTo(LambdaRuntime.javaRuntimesFor(21));
  }

  @Test
  void areAllJavaRuntimesForJarsWithoutClasses() throws IOException {
    var content = surveyed(layer(jar(folder.resolve("a.jar"), Map.of("a.txt", new byte[1]))));

    assertThat(RunnableRuntimes.of(content, 0)).isEqualTo(LambdaRuntime.javaRuntimesFor(0));
  }

  @Test
  void areNoneForALayerWithoutJars() throws IOException {
    assertThat(RunnableRuntimes.of(surveyed(new LayerContent(List.of())), 17)).isEmpty();
  }

  @Test
  void aClassThatIsTooNewForLambdaIsNamed() throws IOException {
    var content = needing(70);

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> RunnableRuntimes.of(content, 8))
        .withMessage(
            "The layer needs Java 26 (because of a/A.class in java/lib/a.jar), and the newest"
                + " Lambda runtime known to this plugin runs Java 25. Compile for that, or name a"
                + " newer runtime in <compatibleRuntimes>.");
  }

  @Test
  void aCompilersReleaseThatIsTooNewForLambdaIsNamed() throws IOException {
    var content = needing(61);

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> RunnableRuntimes.of(content, 26))
        .withMessageStartingWith("The layer needs Java 26 (because of maven.compiler.release)");
  }

  private Survey files(String... paths) throws IOException {
    Path empty = Files.writeString(folder.resolve("empty"), "");
    return surveyed(
        new LayerContent(
            Arrays.stream(paths)
                .map(p -> new LayerEntry(p, new LayerEntry.FileSource(empty), 0, false, "file"))
                .toList()));
  }

  @ParameterizedTest
  @CsvSource({
    "nodejs/node_modules/a/index.js, nodejs22.x nodejs24.x",
    "nodejs/node20/node_modules/a/index.js, nodejs20.x",
    "nodejs/node_modules/a.js nodejs/node22/node_modules/b.js, nodejs22.x",
    "nodejs/package.json, ''",
    "python/a.py, python3.11 python3.12 python3.13 python3.14",
    "python/lib/python3.9/site-packages/a.py python/lib/python3.12/site-packages/a.py,"
        + " python3.9 python3.12",
    "python/a.py python/b.cpython-312-x86_64-linux-gnu.so, python3.12",
    "python/b.abi3.so, python3.11 python3.12 python3.13 python3.14",
    "ruby/gems/3.4.0/gems/a/a.rb, ruby3.4",
    "ruby/lib/a.rb, ruby3.3 ruby3.4 ruby4.0",
    "bootstrap, provided.al2 provided.al2023",
    "ruby/lib/a.rb bootstrap, ruby3.3 ruby3.4 ruby4.0 provided.al2 provided.al2023",
    "extensions/a lib/a.so data/python/a.py bin/bootstrap, ''"
  })
  void followTheFolders(String paths, String runtimes) throws IOException {
    assertThat(RunnableRuntimes.of(files(paths.split(" ", -1)), 25))
        .extracting(LambdaRuntime::id)
        .containsExactly(runtimes.isEmpty() ? new String[0] : runtimes.split(" ", -1));
  }

  private LayerEntry agent() throws IOException {
    Path jar = jar(folder.resolve("b.jar"), Map.of("b/B.class", classFile(65)));
    return new LayerEntry("agent.jar", new LayerEntry.FileSource(jar), 0, false, "file");
  }

  @Test
  void areThoseOfAnAgentWhereNothingElseSaysWhich() throws IOException {
    var content = surveyed(new LayerContent(List.of(agent())));

    assertThat(RunnableRuntimes.of(content, 25)).isEqualTo(LambdaRuntime.javaRuntimesFor(21));
  }

  @Test
  void areNotThoseOfAnAgentBesideAnotherFamily() throws IOException {
    var entries = new ArrayList<>(files("ruby/gems/3.3.0/a.rb").content().entries());
    entries.add(agent());

    assertThat(RunnableRuntimes.of(surveyed(new LayerContent(entries)), 0))
        .containsExactly(new LambdaRuntime("ruby3.3"));
  }

  private SampleLayer ofEveryFamily() throws IOException {
    return new SampleLayer(folder)
        .file("nodejs/node_modules/a")
        .file("python/a")
        .file("ruby/lib/a")
        .file("bootstrap")
        .jar("java/lib/a.jar", Map.of("a/A.class", classFile(52)));
  }

  @Test
  void moreThanLambdaTakesAreNotDeclaredAndSaid() throws IOException {
    LintedLayer layer = ofEveryFamily().build();

    assertThat(layer.definition().compatibleRuntimes()).isEmpty();
    assertThat(RunnableRuntimes.check(layer))
        .singleElement()
        .extracting(Finding::text)
        .asString()
        .startsWith("[too-many-runtimes] The content of the layer is for 20 runtimes (java8, ")
        .contains("at most 15")
        .endsWith("Name those that matter in <compatibleRuntimes>.");
  }

  @Test
  void nothingIsSaidWhereTheUserHasChosen() throws IOException {
    LintedLayer layer = ofEveryFamily().runtimes("java21").build();

    assertThat(layer.definition().compatibleRuntimes())
        .containsExactly(new LambdaRuntime("java21"));
    assertThat(RunnableRuntimes.check(layer)).isEmpty();
  }
}
