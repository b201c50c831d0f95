package io.github.lambdalayer.lint;

import static io.github.lambdalayer.lint.SampleJars.classFile;
import static io.github.lambdalayer.lint.SampleJars.jar;
import static io.github.lambdalayer.lint.SampleJars.manifest;
import static io.github.lambdalayer.lint.SampleJars.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** JARs that are none are findings among others. */
final class UnreadableJarsTest {

  private final Path folder;
  private final Path file;

  UnreadableJarsTest(@TempDir Path folder) {
    this.folder = folder;
    this.file = folder.resolve("broken.jar");
  }

  private List<Finding> found() throws IOException {
    return new SampleLayer(folder)
        .artifact("g:a:1", file, List.of(), false)
        .findings(Rule.UNREADABLE_JAR);
  }

  private Path sample() throws IOException {
    return jar(file, Map.of("a/A.class", classFile(52)));
  }

  @Test
  void anErrorPageIsReportedWithItsFileAndDependency() throws IOException {
    Files.writeString(file, "<html>404</html>");

    assertThat(found())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Severity.ERROR);
              assertThat(finding.message())
                  .startsWith("java/lib/a-1.jar is no readable JAR (")
                  .endsWith("), and Lambda would skip it without a word.");
              assertThat(finding.fix())
                  .isEqualTo(
                      "It comes from "
                          + file
                          + " (com.example:app:jar:1 -> g:a:jar:1): delete that file and let Maven"
                          + " fetch or build it again.");
            });
  }

  @Test
  void theOtherFindingsAreToldToo() throws IOException {
    Files.writeString(file, "no JAR");

    assertThat(
            new SampleLayer(folder)
                .artifact("g:a:1", file, List.of(), false)
                .artifact("g:b:1", Map.of("b/B.class", classFile(65)))
                .runtimes("java17")
                .findings())
        .extracting(Finding::rule)
        .contains(Rule.UNREADABLE_JAR, Rule.CLASS_VERSION);
  }

  @Test
  void anEmptyFileIsReported() throws IOException {
    Files.createFile(file);

    assertThat(found()).hasSize(1);
  }

  @Test
  void aJarThatWasCutOffIsReported() throws IOException {
    byte[] all = Files.readAllBytes(sample());
    Files.write(file, Arrays.copyOf(all, all.length - 10));

    assertThat(found()).hasSize(1);
  }

  @Test
  void damagedDataIsReported() throws IOException {
    byte[] bytes = Files.readAllBytes(sample());
    // The local header has 30 bytes and the name 9: what follows is deflated.
    Arrays.fill(bytes, 39, 45, (byte) 0xff);
    Files.write(file, bytes);

    assertThat(found()).hasSize(1);
  }

  @Test
  void aManifestThatJavaCannotReadIsReported() throws IOException {
    jar(file, Map.of("META-INF/MANIFEST.MF", text("no manifest\n"), "a/A.class", classFile(52)));

    assertThat(found())
        .singleElement()
        .extracting(Finding::message)
        .asString()
        .contains("is no readable JAR (its manifest: ");
  }

  @Test
  void aSoundJarAndWhatLambdaDoesNotOpenAreNotReported() throws IOException {
    jar(file, Map.of("META-INF/MANIFEST.MF", manifest(), "a/A.class", classFile(52)));

    assertThat(found()).isEmpty();
    assertThat(
            new SampleLayer(folder)
                .file("java/lib/sub/b.jar", text("no JAR"))
                .file("agent.jar", text("no JAR"))
                .findings(Rule.UNREADABLE_JAR))
        .isEmpty();
  }
}
