package io.github.lambdalayer.mojo;

import static io.github.lambdalayer.mojo.SampleProjects.project;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.lambdalayer.layer.InvalidInputException;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Build;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FilterValuesTest {

  private final MavenProject project = project("com.example", "app", "1.0");
  private final MavenSession session;

  FilterValuesTest(@TempDir Path folder) {
    project.setFile(folder.resolve("pom.xml").toFile());
    var build = new Build();
    build.setDirectory(folder.resolve("target").toString());
    build.setFinalName("app-1.0");
    project.setBuild(build);
    session = SampleProjects.session(new Properties(), project);
  }

  private FilterValues values() {
    var mojo = new MojoDescriptor();
    mojo.setPluginDescriptor(new PluginDescriptor());
    var execution = new MojoExecution(new Plugin(), "package", "default");
    execution.setMojoDescriptor(mojo);
    return new FilterValues(project, session, execution);
  }

  @Test
  void attributesStandBehindProject() {
    assertThat(values().of("project.version")).isEqualTo("1.0");
    assertThat(values().of("project.build.finalName")).isEqualTo("app-1.0");
    assertThat(values().of("project.build")).isNull();
    assertThat(values().of("project.verson")).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"name", "version", "file", "build", "id", "basedir", "PATH"})
  void whatAShellCouldMeanHasNoValue(String variable) {
    assertThat(values().of(variable)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"java.version", "user.home", "env.PATH", "os.name"})
  void whatTheMachineSaysHasNoValue(String property) {
    assertThat(values().of(property)).isNull();
  }

  @Test
  void theCommandLineBeatsTheProject() {
    project.getProperties().setProperty("level", "low");
    assertThat(values().of("level")).isEqualTo("low");

    session.getUserProperties().setProperty("level", "high");
    assertThat(values().of("level")).isEqualTo("high");
  }

  @Test
  void aUrlWithTheSameFoldersIsNone() {
    String url = "https://host" + project.getBasedir() + "/x";
    project.getProperties().setProperty("url", url);
    project.getProperties().setProperty("longer", project.getBasedir() + "2");

    assertThat(values().of("url")).isEqualTo(url);
    assertThat(values().of("longer")).endsWith("2");
  }

  @Test
  void aFolderOfTheParentIsRefused(@TempDir Path other) {
    MavenProject parent = project("com.example", "parent", "1.0");
    parent.setFile(other.resolve("pom.xml").toFile());
    project.setParent(parent);
    project.getProperties().setProperty("path", "-Dx=" + other + "/y");

    for (String expression : List.of("project.parent.basedir", "path")) {
      assertThatExceptionOfType(InvalidInputException.class)
          .isThrownBy(() -> values().of(expression))
          .withMessageContaining("a folder of this machine");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"project.basedir", "project.build.directory", "project.file"})
  void aFolderOfThisMachineIsRefused(String expression) {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> values().of(expression))
        .withMessageContaining("asks for '" + expression + "'")
        .withMessageContaining("a folder of this machine");
  }
}
