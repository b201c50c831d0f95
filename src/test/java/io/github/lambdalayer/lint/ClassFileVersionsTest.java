package io.github.lambdalayer.lint;

import static io.github.lambdalayer.lint.SampleJars.classFile;
import static io.github.lambdalayer.lint.SampleJars.jar;
import static io.github.lambdalayer.lint.SampleJars.layer;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.content.LayerContent;
import io.github.lambdalayer.content.LayerEntry;
import io.github.lambdalayer.content.Survey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ClassFileVersionsTest {

  private final Path folder;

  ClassFileVersionsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private static Optional<ClassFileVersions.Highest> highest(LayerContent content)
      throws IOException {
    return ClassFileVersions.highest(Survey.of(content), jar -> jar.matches("java/lib/[^/]+"), 25);
  }

  private Path jarOf(Map<String, byte[]> entries) throws IOException {
    return jar(folder.resolve("a.jar"), entries);
  }

  @ParameterizedTest
  @ValueSource(ints = {52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63, 64, 65, 66, 67, 68, 69})
  void aVersionStandsForARelease(int version) throws IOException {
    var content = layer(jarOf(Map.of("a/A.class", classFile(version))));

    assertThat(highest(content))
        .contains(new ClassFileVersions.Highest(version - 44, "java/lib/a.jar", "a/A.class"));
  }

  @Test
  void theHighestOfAllJarsCounts() throws IOException {
    var content =
        layer(
            jar(folder.resolve("a.jar"), Map.of("a/A.class", classFile(52))),
            jar(
                folder.resolve("b.jar"),
                Map.of("b/A.class", classFile(55), "b/B.class", classFile(61))),
            jar(folder.resolve("c.jar"), Map.of("c/A.class", classFile(60))));

    assertThat(highest(content))
        .contains(new ClassFileVersions.Highest(17, "java/lib/b.jar", "b/B.class"));
  }

  @Test
  void classesForNewerRuntimesDoNotCount() throws IOException {
    var content =
        layer(
            jarOf(
                Map.of(
                    "a/A.class", classFile(52),
                    "META-INF/versions/21/a/A.class", classFile(65))));

    assertThat(highest(content).orElseThrow().release()).isEqualTo(8);
  }

  @Test
  void moduleDescriptorsDoNotCount() throws IOException {
    var content =
        layer(jarOf(Map.of("a/A.class", classFile(52), "module-info.class", classFile(65))));

    assertThat(highest(content).orElseThrow().release()).isEqualTo(8);
  }

  @Test
  void bytesThatAreNoClassDoNotCount() throws IOException {
    var content =
        layer(
            jarOf(
                Map.of(
                    "a/A.class", classFile(52),
                    "a/Short.class", new byte[] {1, 2, 3},
                    "a/Text.class", "no class at all".getBytes(StandardCharsets.UTF_8))));

    assertThat(highest(content).orElseThrow().release()).isEqualTo(8);
  }

  @Test
  void aJarWithoutClassesNeedsNothing() throws IOException {
    assertThat(highest(layer(jarOf(Map.of("a.properties", new byte[1]))))).isEmpty();
  }

  @Test
  void aLayerWithoutJarsNeedsNothing() throws IOException {
    assertThat(highest(new LayerContent(List.of()))).isEmpty();
  }

  @Test
  void whatTheRuntimeDoesNotLoadIsNotRead() throws IOException {
    Path file = Files.writeString(folder.resolve("b.jar"), "no JAR");
    var entry =
        new LayerEntry("java/lib/sub/b.jar", new LayerEntry.FileSource(file), 6, false, "file");

    assertThat(highest(new LayerContent(List.of(entry)))).isEmpty();
  }
}
