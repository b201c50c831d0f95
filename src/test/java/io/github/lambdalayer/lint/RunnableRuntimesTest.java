package io.github.lambdalayer.lint;

import static io.github.lambdalayer.lint.SampleJars.classFile;
import static io.github.lambdalayer.lint.SampleJars.jar;
import static io.github.lambdalayer.lint.SampleJars.layer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.lambdalayer.content.LayerContent;
import io.github.lambdalayer.content.Survey;
import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.LambdaRuntime;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
}
