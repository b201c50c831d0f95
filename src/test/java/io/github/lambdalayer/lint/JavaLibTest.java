package io.github.lambdalayer.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.content.LayerContent;
import io.github.lambdalayer.content.LayerEntry;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JavaLibTest {

  private static List<Finding> check(String path) {
    var source = new LayerEntry.FileSource(Path.of("src", path));
    return JavaLib.check(
        new LayerContent(List.of(new LayerEntry(path, source, 1, false, "file " + path))));
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
  void warnsOfWhatTheRuntimePassesOver(String path) {
    assertThat(check(path))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Finding.Severity.WARNING);
              assertThat(finding.message()).startsWith(path).contains("file " + path);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"java/lib/a-1.0.jar", "java/lib/with space.jar", "etc/UP.JAR"})
  void saysNothingOfTheRest(String path) {
    assertThat(check(path)).isEmpty();
  }

  @Test
  void warnsOfEach() {
    var source = new LayerEntry.FileSource(Path.of("x"));
    var content =
        new LayerContent(
            List.of(
                new LayerEntry("java/lib/a.txt", source, 1, false, "one"),
                new LayerEntry("java/lib/b.txt", source, 1, false, "other")));

    assertThat(JavaLib.check(content)).hasSize(2);
  }
}
