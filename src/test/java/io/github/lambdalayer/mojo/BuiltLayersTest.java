package io.github.lambdalayer.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.lambdalayer.layer.InvalidInputException;
import java.nio.file.Path;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;

final class BuiltLayersTest {

  private final MavenProject project = SampleProjects.project("g", "a", "1");

  @Test
  void thereAreNoneBeforeAPackageGoalHasRun() {
    assertThat(BuiltLayers.of(project)).isEmpty();
  }

  @Test
  void aGoalThatWasSkippedIsKnownToHaveBuiltNone() {
    BuiltLayers.begin(project);

    assertThat(BuiltLayers.of(project))
        .hasValueSatisfying(built -> assertThat(built.descriptors()).isEmpty());
  }

  @Test
  void severalExecutionsOfOneModuleAddTheirs() {
    BuiltLayers.begin(project).add("layer", Path.of("layer.json"));
    BuiltLayers.begin(project).add("other", Path.of("other.json"));

    assertThat(BuiltLayers.begin(project).descriptors())
        .containsExactly(Path.of("layer.json"), Path.of("other.json"));
  }

  @Test
  void modulesDoNotSeeEachOther() {
    BuiltLayers.begin(project).add("layer", Path.of("layer.json"));

    assertThat(BuiltLayers.of(SampleProjects.project("g", "b", "1"))).isEmpty();
  }

  @Test
  void refusesTwoExecutionsWithOneClassifier() {
    BuiltLayers built = BuiltLayers.begin(project);
    built.claim("layer", "first");

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> built.claim("layer", "second"))
        .withMessage(
            "<classifier> is 'layer' in the executions 'first' and 'second': the second zip would"
                + " replace the first. Give each its own <classifier> and <layerName>.");
  }

  @Test
  void anExecutionMayRunAgain() {
    BuiltLayers built = BuiltLayers.begin(project);
    built.claim("layer", "first");

    assertThatCode(() -> built.claim("layer", "first")).doesNotThrowAnyException();
    assertThatCode(() -> built.claim("other", "second")).doesNotThrowAnyException();
  }
}
