package io.github.lambdalayer.lint;

import static io.github.lambdalayer.lint.SampleJars.TIME;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ProjectJarTimesTest {

  private static final Instant BUILT = TIME.toInstant(ZoneOffset.UTC);

  private final Path folder;
  private final Path jar;

  ProjectJarTimesTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    jar = SampleJars.jar(folder.resolve("app.jar"), Map.of("a.txt", new byte[1]));
  }

  private SampleLayer layer() throws IOException {
    return new SampleLayer(folder).artifact("com.example:app:1", jar, List.of(), true);
  }

  private static List<Finding> check(SampleLayer layer) throws IOException {
    return ProjectJarTimes.check(layer.build());
  }

  @Test
  void whatIsNotOfThisBuildIsAsItIs() throws IOException {
    var layer = new SampleLayer(folder).artifact("g:a:1", jar, List.of(), false);

    assertThat(check(layer)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {-2, -1, 0, 1, 2})
  void saysNothingWhereTheJarHasTheTimeThatIsSet(int seconds) throws IOException {
    assertThat(check(layer().outputTimestamp(BUILT.plusSeconds(seconds)))).isEmpty();
  }

  @Test
  void warnsWhereNoTimeIsSet() throws IOException {
    assertThat(check(layer()))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Severity.WARNING);
              assertThat(finding.text())
                  .startsWith("[build-time] <project.build.outputTimestamp> is not set")
                  .contains("publishes another layer version")
                  .contains("Set it in <properties>");
            });
  }

  @Test
  void warnsWhereTheJarHasTheTimeOfItsBuild() throws IOException {
    assertThat(check(layer().outputTimestamp(BUILT.minusSeconds(3600))))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Severity.WARNING);
              assertThat(finding.text())
                  .startsWith(
                      "[build-time] app.jar carries the time of its build (a.txt: 2026-01-01T00:00)")
                  .contains("Use maven-jar-plugin 3.2.0 or newer");
            });
  }
}
