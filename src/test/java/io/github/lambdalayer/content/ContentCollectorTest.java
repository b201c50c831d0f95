package io.github.lambdalayer.content;

import static io.github.lambdalayer.content.SampleArtifacts.artifact;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.github.lambdalayer.layer.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ContentCollectorTest {

  private final Path folder;
  private final Path directory;
  private final Path jar;

  ContentCollectorTest(@TempDir Path folder) {
    this.folder = folder;
    this.directory = folder.resolve("src/main/layer");
    this.jar = folder.resolve("a.jar");
  }

  @BeforeEach
  void makeJar() throws IOException {
    Files.writeString(jar, "a jar");
  }

  private Path file(String path) throws IOException {
    Path file = directory.resolve(path);
    Files.createDirectories(file.resolveSibling("."));
    return Files.writeString(file, path);
  }

  private ContentCollector.Collected collect(List<LayerArtifact> artifacts, String... executables)
      throws IOException {
    return new ContentCollector()
        .collect(SampleRequests.content(artifacts, directory, List.of(executables)));
  }

  @Test
  void bringsArtifactsAndFilesTogether() throws IOException {
    file("bin/tool");
    file("a.txt");

    var collected = collect(List.of(artifact("g:a:1", jar)));

    assertThat(collected.content().entries())
        .extracting(LayerEntry::path, LayerEntry::executable)
        .containsExactly(
            tuple("a.txt", false), tuple("bin/tool", true), tuple("java/lib/a-1.jar", false));
    assertThat(collected.artifacts()).extracting(Located::path).containsExactly("java/lib/a-1.jar");
  }

  @Test
  void aJarTellsTheDependencyPathThatBroughtIt() throws IOException {
    var collected = collect(List.of(artifact("g:a:1", jar)));

    assertThat(collected.entries())
        .singleElement()
        .extracting(LayerEntry::origin)
        .isEqualTo("org.example:app:jar:1.0 -> g:a:jar:1");
  }

  @Test
  void filesAloneMakeALayer() throws IOException {
    file("config.yaml");

    assertThat(collect(List.of()).content().entries()).hasSize(1);
  }

  @Test
  void refusesAnEmptyLayer() {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> collect(List.of()))
        .withMessageStartingWith("The layer is empty, and Lambda refuses an empty layer")
        .withMessageContaining("no file in " + directory)
        .withMessageContaining("<pluginManagement>");
  }

  @Test
  void aLayerOfFilesThatAreLeftOutIsEmpty() throws IOException {
    file(".DS_Store");

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> collect(List.of()))
        .withMessageStartingWith("The layer is empty");
  }

  @Test
  void refusesAJarOfTheFolderThatCollidesWithAnArtifact() throws IOException {
    Path other = file("java/lib/a-1.jar");

    var collected = collect(List.of(artifact("g:a:1", jar)));

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(collected::content)
        .withMessageContaining("the place 'java/lib/a-1.jar'")
        .withMessageContaining("org.example:app:jar:1.0 -> g:a:jar:1")
        .withMessageContaining("file " + other);
  }

  @Test
  void refusesAnArtifactWithoutAFile() {
    Path missing = folder.resolve("target/classes");

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> collect(List.of(artifact("g:a:1", missing))))
        .withMessage(
            "g:a:jar:1 has no JAR yet ("
                + missing
                + "). Run the phase that makes it: mvn package.");
  }

  @Test
  void refusesAnExecutablePatternThatMatchesNothing() throws IOException {
    file("wrapper.sh");

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> collect(List.of(artifact("g:a:1", jar)), "wraper.sh"))
        .withMessageContaining("<executables> has [wraper.sh], which matches no file");
  }

  @Test
  void tellsWhatWasLeftOut() throws IOException {
    file("a/.DS_Store");

    assertThat(collect(List.of(artifact("g:a:1", jar))).leftOut()).containsExactly("a/.DS_Store");
  }
}
