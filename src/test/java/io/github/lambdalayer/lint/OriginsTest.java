package io.github.lambdalayer.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a layer's artifacts come from: SNAPSHOTs, libraries for tests, licences. */
final class OriginsTest {

  private final Path folder;
  private final SampleLayer layer;

  OriginsTest(@TempDir Path folder) {
    this.folder = folder;
    this.layer = new SampleLayer(folder);
  }

  @ParameterizedTest
  @CsvSource({"1.0, 1-SNAPSHOT, 1", "1.0-SNAPSHOT, 1-SNAPSHOT, 0", "1.0, 1, 0"})
  void aSnapshotInAReleaseIsFound(String project, String dependency, int count) throws IOException {
    layer.version(project).artifact("com.example:a:" + dependency, Map.of());

    assertThat(layer.findings(Rule.SNAPSHOT_DEPENDENCY)).hasSize(count);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "junit:junit:4.13",
        "org.junit.jupiter:junit-jupiter-api:5.14",
        "org.mockito:mockito-core:5",
        "org.springframework.boot:spring-boot-starter-test:3",
        "com.example:mine:1:tests"
      })
  void aLibraryForTestsIsFound(String coordinates) throws IOException {
    layer.artifact(coordinates, Map.of());

    assertThat(layer.findings(Rule.TEST_LIBRARY))
        .singleElement()
        .satisfies(f -> assertThat(f.fix()).contains("<scope>test</scope>"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "org.springframework:spring-context:6",
        "org.springframework.boot:spring-boot-testing-not:3",
        "net.bytebuddy:byte-buddy:1",
        "com.example:tests:1"
      })
  void aLibraryThatIsNotOnlyForTestsIsNone(String coordinates) throws IOException {
    layer.artifact(coordinates, Map.of());

    assertThat(layer.findings(Rule.TEST_LIBRARY)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Unknown", "see LICENSE.txt", "LICENSE", "n/a", "Open Source"})
  void aLicenceThatSaysNothingIsNoted(String license) throws IOException {
    Path jar = SampleJars.jar(folder.resolve("a.jar"), Map.of());
    layer.artifact("com.example:a:1", jar, license.isEmpty() ? List.of() : List.of(license), false);

    assertThat(layer.findings(Rule.UNCLEAR_LICENSE))
        .singleElement()
        .satisfies(f -> assertThat(f.severity()).isEqualTo(Severity.NOTE))
        .satisfies(f -> assertThat(f.message()).contains("com.example:a:jar:1").contains(license));
  }

  @ParameterizedTest
  @ValueSource(strings = {"MIT", "Proprietary", "Public Domain", "The Apache License, Version 2.0"})
  void aLicenceThatSaysSomethingIsNot(String license) throws IOException {
    Path jar = SampleJars.jar(folder.resolve("a.jar"), Map.of());
    layer.artifact("com.example:a:1", jar, List.of("Unknown", license), false);

    assertThat(layer.findings(Rule.UNCLEAR_LICENSE)).isEmpty();
  }

  @Test
  void whatTheProjectItselfBuildsNeedsNoLicence() throws IOException {
    Path jar = SampleJars.jar(folder.resolve("a.jar"), Map.of());
    layer.artifact("com.example:a:1", jar, List.of(), true);

    assertThat(layer.findings(Rule.UNCLEAR_LICENSE)).isEmpty();
  }
}
