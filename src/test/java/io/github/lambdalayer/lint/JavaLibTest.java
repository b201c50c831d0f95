package io.github.lambdalayer.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JavaLibTest {

  private final SampleLayer layer;

  JavaLibTest(@TempDir Path folder) {
    this.layer = new SampleLayer(folder);
  }

  private List<Finding> check(String path) throws IOException {
    return JavaLib.check(
        (path.endsWith(".jar") ? layer.jar(path, Map.of()) : layer.file(path)).build());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java/lib/my%lib.jar",
        "java/lib/my#lib.jar",
        "java/lib/größe.jar",
        "java/lib/UP.JAR",
        "java/lib/notes.txt",
        "java/lib/deeper/a.jar"
      })
  void warnsOfWhatTheRuntimePassesOver(String path) throws IOException {
    assertThat(check(path))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Severity.WARNING);
              assertThat(finding.place().path()).isEqualTo(path);
              assertThat(finding.message()).startsWith(path);
              assertThat(finding.fix()).contains("file src/main/layer/" + path);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"java/lib/a-1.0.jar", "java/lib/with space.jar", "etc/UP.JAR"})
  void saysNothingOfTheRest(String path) throws IOException {
    assertThat(check(path)).isEmpty();
  }

  @Test
  void warnsOfEach() throws IOException {
    layer.file("java/lib/a.txt").file("java/lib/b.txt");

    assertThat(JavaLib.check(layer.build())).hasSize(2);
  }
}
