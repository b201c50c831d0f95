package io.github.lambdalayer.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.lint.Place;
import io.github.lambdalayer.lint.Rule;
import io.github.lambdalayer.output.FindingsFiles.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.InputLocation;
import org.apache.maven.model.InputSource;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FindingSourcesTest {

  private final Path root;
  private final MavenProject project;

  FindingSourcesTest(@TempDir Path folder) throws IOException {
    root = Files.createDirectory(folder.resolve("sources"));
    Files.createDirectory(root.resolve(".git"));
    Path module = Files.createDirectory(root.resolve("module"));
    project = SampleProjects.project("com.example", "app", "1.0");
    project.setFile(module.resolve("pom.xml").toFile());
  }

  private void dependency(String artifactId, Path pom, int line) {
    var source = new InputSource();
    source.setLocation(pom.toString());
    var dependency = new Dependency();
    dependency.setGroupId("org.lib");
    dependency.setArtifactId(artifactId);
    dependency.setLocation("artifactId", new InputLocation(line, 7, source));
    project.getDependencies().add(dependency);
  }

  private FindingSources sources() {
    return new FindingSources(project, SampleProjects.session(new Properties(), project));
  }

  private Source of(Place place) {
    return sources().of(Rule.EMPTY_JAR.found(place, "a", "b"));
  }

  private static Place brought(String artifactId) {
    return Place.of(
        List.of("com.example:app:jar:1.0", "org.lib:" + artifactId + ":jar:1", "org.lib:z:jar:1"));
  }

  @Test
  void knowsTheModuleByItsPathInTheSources() {
    assertThat(sources().module()).isEqualTo("module");

    project.setFile(root.resolve("pom.xml").toFile());
    assertThat(sources().module()).isEmpty();
  }

  @Test
  void isTheLineThatDeclaresTheDependency() {
    dependency("a", root.resolve("module/pom.xml"), 31);

    assertThat(of(brought("a"))).isEqualTo(new Source("module/pom.xml", 31));
  }

  @Test
  void isTheLineOfAParentAmongTheSources() {
    dependency("a", root.resolve("pom.xml"), 12);

    assertThat(of(brought("a"))).isEqualTo(new Source("pom.xml", 12));
  }

  @Test
  void isThePomWhereAParentFromElsewhereDeclaresIt() {
    dependency("a", root.resolveSibling("repository/parent-1.pom"), 12);

    assertThat(of(brought("a"))).isEqualTo(new Source("module/pom.xml", 1));
  }

  @Test
  void isThePomWhereNothingCloserIsKnown() {
    assertThat(of(brought("b"))).isEqualTo(new Source("module/pom.xml", 1));
    assertThat(of(Place.WHOLE)).isEqualTo(new Source("module/pom.xml", 1));
  }

  @Test
  void isTheFileOfTheContentDirectory() {
    Path tool = root.resolve("module/src/main/layer/bin/tool");

    assertThat(of(new Place("bin/tool", "file " + tool)))
        .isEqualTo(new Source("module/src/main/layer/bin/tool", 1));
  }
}
