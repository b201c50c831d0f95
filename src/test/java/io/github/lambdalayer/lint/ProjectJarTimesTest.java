package io.github.lambdalayer.lint;

import static io.github.lambdalayer.lint.SampleJars.TIME;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ProjectJarTimesTest {

  private static final Instant BUILT = TIME.toInstant(ZoneOffset.UTC);

  private final Path jar;

  ProjectJarTimesTest(@TempDir Path folder) throws IOException {
    jar = SampleJars.jar(folder.resolve("app.jar"), Map.of("a.txt", new byte[1]));
  }

  @ParameterizedTest
  @ValueSource(ints = {-2, -1, 0, 1, 2})
  void saysNothingWhereTheJarHasTheTimeThatIsSet(int seconds) throws IOException {
    assertThat(ProjectJarTimes.check(jar, Optional.of(BUILT.plusSeconds(seconds)))).isEmpty();
  }

  @Test
  void warnsWhereNoTimeIsSet() throws IOException {
    assertThat(ProjectJarTimes.check(jar, Optional.empty()))
        .hasValueSatisfying(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Finding.Severity.WARNING);
              assertThat(finding.message())
                  .startsWith("<project.build.outputTimestamp> is not set")
                  .contains("publishes another layer version")
                  .contains("Set it in <properties>");
            });
  }

  @Test
  void warnsWhereTheJarHasTheTimeOfItsBuild() throws IOException {
    assertThat(ProjectJarTimes.check(jar, Optional.of(BUILT.minusSeconds(3600))))
        .hasValueSatisfying(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Finding.Severity.WARNING);
              assertThat(finding.message())
                  .startsWith("app.jar carries the time of its build (a.txt: 2026-01-01T00:00)")
                  .contains("Use maven-jar-plugin 3.2.0 or newer");
            });
  }
}
