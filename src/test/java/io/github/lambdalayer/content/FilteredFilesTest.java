package io.github.lambdalayer.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.lambdalayer.layer.InvalidInputException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FilteredFilesTest {

  private final Path folder;

  FilteredFilesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Charset charset = StandardCharsets.UTF_8;

  private List<LayerEntry> filter(String text, String... patterns) throws IOException {
    Path file = Files.writeString(folder.resolve("wrapper"), text);
    var filtering =
        new Filtering(
            List.of(patterns), charset, expression -> expression.equals("v") ? "1.0-β" : null);
    return new FilteredFiles(filtering, folder.resolve("filtered"))
        .in(List.of(LayerEntry.ofFile("wrapper", file, true, "file " + file)), folder);
  }

  @Test
  void aMatchingFileIsReplacedInItsPlace() throws IOException {
    LayerEntry entry = filter("v=${v} @ @v@ a@b@v@", "wrap*").get(0);

    try (var in = entry.source().open()) {
      assertThat(in.readAllBytes()).asString().isEqualTo("v=1.0-β @ 1.0-β a@b1.0-β");
    }
    assertThat(entry.path()).isEqualTo("wrapper");
    assertThat(entry.size()).isEqualTo(27);
    assertThat(entry.executable()).isTrue();
  }

  @Test
  void otherFilesStayAsTheyAre() throws IOException {
    assertThat(filter("v=${v}").get(0).source())
        .isEqualTo(new LayerEntry.FileSource(folder.resolve("wrapper")));
  }

  @Test
  void aPatternThatMatchesNothingIsRefused() {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> filter("", "wrapper", "wraper"))
        .withMessageStartingWith("<filteredFiles> has [wraper], which matches no file in");
  }

  @Test
  void aBinaryFileIsRefused() {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> filter("a\0b", "wrapper"))
        .withMessageContaining("wrapper, which is no text");
  }

  @ParameterizedTest
  @ValueSource(strings = {"${project.verson}", "@project.verson@", "${maven.build.timestamp}"})
  void anExpressionWithoutValueIsRefused(String expression) {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> filter("#!/bin/sh\necho " + expression, "wrapper"))
        .withMessageContaining("wrapper has " + expression + ", which has no value");
  }

  @Test
  void aVariableOfTheShellStays() throws IOException {
    String script = "exec \"${JAVA_HOME}/bin/java\" \"$@\" x@y ${file} $1 \\";

    try (var in = filter(script, "wrapper").get(0).source().open()) {
      assertThat(in.readAllBytes()).asString().isEqualTo(script);
    }
  }

  @Test
  void aFileInAnotherEncodingIsRefused() {
    charset = StandardCharsets.US_ASCII;

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> filter("grün", "wrapper"))
        .withMessageContaining("wrapper, which is not in US-ASCII. Save it so");
  }

  @Test
  void aValueThatTheEncodingLacksIsRefused() {
    charset = StandardCharsets.US_ASCII;

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> filter("${v}", "wrapper"))
        .withMessageContaining("wrapper, which gets a value that US-ASCII cannot write");
  }
}
