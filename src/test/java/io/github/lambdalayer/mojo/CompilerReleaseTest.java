package io.github.lambdalayer.mojo;

import static io.github.lambdalayer.mojo.SampleProjects.project;
import static io.github.lambdalayer.mojo.SampleProjects.properties;
import static io.github.lambdalayer.mojo.SampleProjects.session;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CompilerReleaseTest {

  private static int release(Properties inPom, Properties onCommandLine) {
    var project = project("g", "a", "1");
    project.getProperties().putAll(inPom);
    return CompilerRelease.of(project, session(onCommandLine, project));
  }

  @ParameterizedTest
  @CsvSource({"17, 17", "8, 8", "1.8, 8", "' 21 ', 21", "25, 25"})
  void readsTheRelease(String value, int expected) {
    assertThat(release(properties("maven.compiler.release", value), new Properties()))
        .isEqualTo(expected);
  }

  @Test
  void readsTheTargetWithoutARelease() {
    assertThat(release(properties("maven.compiler.target", "1.8"), new Properties())).isEqualTo(8);
  }

  @Test
  void theReleaseGoesBeforeTheTarget() {
    var inPom = properties("maven.compiler.target", "1.8", "maven.compiler.release", "17");

    assertThat(release(inPom, new Properties())).isEqualTo(17);
  }

  @Test
  void theCommandLineGoesBeforeThePom() {
    var inPom = properties("maven.compiler.release", "17");

    assertThat(release(inPom, properties("maven.compiler.release", "21"))).isEqualTo(21);
  }

  @ParameterizedTest
  @CsvSource({"''", "${java.version}", "seventeen", "17.0.1"})
  void whatIsNoReleaseSaysNothing(String value) {
    assertThat(release(properties("maven.compiler.release", value), new Properties())).isZero();
  }

  @Test
  void saysNothingWithoutProperties() {
    assertThat(release(new Properties(), new Properties())).isZero();
  }
}
