package io.github.lambdalayer.mojo;

import static io.github.lambdalayer.mojo.SampleProjects.artifact;
import static io.github.lambdalayer.mojo.SampleProjects.jar;
import static io.github.lambdalayer.mojo.SampleProjects.project;
import static io.github.lambdalayer.mojo.SampleProjects.session;
import static io.github.lambdalayer.mojo.SampleProjects.withFile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.lambdalayer.content.LayerArtifact;
import io.github.lambdalayer.layer.InvalidInputException;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.model.License;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.resolution.ArtifactDescriptorRequest;
import org.eclipse.aether.resolution.ArtifactDescriptorResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProjectArtifactsTest {

  private final File file;
  private final RecordingLog log = new RecordingLog();
  private final MavenProject project = project("com.example", "app", "1.0-SNAPSHOT");

  ProjectArtifactsTest(@TempDir Path folder) throws IOException {
    file = Files.createFile(folder.resolve("a.jar")).toFile();
  }

  /** A repository in which every POM declares one licence. */
  private static RepositorySystem repository() {
    return (RepositorySystem)
        Proxy.newProxyInstance(
            ProjectArtifactsTest.class.getClassLoader(),
            new Class<?>[] {RepositorySystem.class},
            (proxy, method, arguments) ->
                new ArtifactDescriptorResult((ArtifactDescriptorRequest) arguments[1])
                    .setProperties(Map.of("license.count", 1, "license.0.name", "MIT")));
  }

  private List<LayerArtifact> collect(boolean includeProject, DependencyFilter filter) {
    return new ProjectArtifacts(project, session(new Properties(), project), repository(), log)
        .collect(includeProject, filter, List.of())
        .classPath();
  }

  private List<LayerArtifact> dependencies(Artifact... artifacts) {
    project.setArtifacts(new LinkedHashSet<>(List.of(artifacts)));
    return collect(false, new DependencyFilter(List.of(), List.of()));
  }

  @Test
  void theProjectsOwnJarComesFirst() {
    project.getArtifact().setFile(file);
    var license = new License();
    license.setName("Apache-2.0");
    project.setLicenses(List.of(license));

    assertThat(collect(true, new DependencyFilter(List.of(), List.of())))
        .containsExactly(
            new LayerArtifact(
                "com.example",
                "app",
                "1.0-SNAPSHOT",
                "",
                "jar",
                file.toPath(),
                List.of("com.example:app:jar:1.0-SNAPSHOT"),
                List.of("Apache-2.0"),
                true));
  }

  @Test
  void theProjectsOwnJarCanStayOut() {
    assertThat(collect(false, new DependencyFilter(List.of(), List.of()))).isEmpty();
  }

  @Test
  void aProjectWithoutAJarHasNoneOfItsOwn() {
    project.setArtifact(artifact("com.example:app:1.0", "pom", "pom"));

    assertThat(collect(true, new DependencyFilter(List.of(), List.of()))).isEmpty();
  }

  @Test
  void refusesAProjectWhoseJarIsNotBuiltYet() {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> collect(true, new DependencyFilter(List.of(), List.of())))
        .withMessageStartingWith("com.example:app:jar:1.0-SNAPSHOT has no JAR yet.")
        .withMessageContaining("mvn package")
        .withMessageContaining("-DlambdaLayer.includeProject=false");
  }

  @Test
  void aDependencyBringsItsTrailAndItsLicence() {
    Artifact lib = withFile(jar("org.lib:lib:2.0:linux-x86_64"), file);
    lib.setDependencyTrail(List.of("com.example:app:jar:1.0", "org.lib:lib:jar:2.0"));

    assertThat(dependencies(lib))
        .containsExactly(
            new LayerArtifact(
                "org.lib",
                "lib",
                "2.0",
                "linux-x86_64",
                "jar",
                file.toPath(),
                List.of("com.example:app:jar:1.0", "org.lib:lib:jar:2.0"),
                List.of("MIT"),
                false));
  }

  @Test
  void aSnapshotOfARepositoryHasItsBaseVersion() {
    Artifact snapshot = withFile(jar("org.lib:lib:2.0-SNAPSHOT"), file);
    snapshot.setResolvedVersion("2.0-20261122.101112-7");

    assertThat(dependencies(snapshot))
        .extracting(LayerArtifact::version)
        .containsExactly("2.0-SNAPSHOT");
  }

  @Test
  void typesOfTheirOwnCountByTheirExtension() {
    assertThat(dependencies(withFile(artifact("org.lib:lib:2.0", "ejb", "jar"), file))).hasSize(1);
  }

  @Test
  void typesThatAreNotOnTheClassPathAreLeftOut() {
    Artifact sources = withFile(artifact("org.lib:lib:2.0:sources", "java-source", "jar"), file);

    assertThat(dependencies(sources)).isEmpty();
    assertThat(log.infos)
        .containsExactly(
            "Left out, for its type is not on the class path: "
                + "org.lib:lib:java-source:sources:2.0");
  }

  @Test
  void aModuleOfTheReactorIsBuiltAnewAsTheProjectItself() {
    Artifact module = withFile(jar("com.example:app:1.0-SNAPSHOT"), file);

    assertThat(dependencies(module)).extracting(LayerArtifact::ofBuild).containsExactly(true);
  }

  @Test
  void aPomBringsNoFile() {
    assertThat(dependencies(artifact("org.lib:bom:2.0", "pom", "pom"))).isEmpty();
  }

  @Test
  void refusesADependencyThatIsNoJar() {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> dependencies(artifact("org.lib:data:2.0", "zip", "zip")))
        .withMessageStartingWith("The dependency org.lib:data:zip:2.0 is no JAR")
        .withMessageContaining("<excludes><exclude>org.lib:data</exclude></excludes>")
        .withMessageContaining("<artifact>org.lib:data:zip</artifact>");
  }

  @Test
  void refusesAModuleOfTheReactorWithoutAJar() {
    Artifact module = withFile(jar("com.example:core:1.0"), file.getParentFile());

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> dependencies(module))
        .withMessageStartingWith("com.example:core:jar:1.0 is a module of this build")
        .withMessageContaining("mvn package");
  }

  @Test
  void tellsWhatTheFilterLeftOut() {
    project.setArtifacts(
        new LinkedHashSet<>(
            List.of(withFile(jar("org.lib:a:1"), file), withFile(jar("org.lib:b:1"), file))));

    var kept = collect(false, new DependencyFilter(List.of(), List.of("org.lib:b")));

    assertThat(kept).extracting(LayerArtifact::artifactId).containsExactly("a");
    assertThat(log.infos).containsExactly("Left out by the filter: org.lib:b:jar:1");
  }

  private static Mapping mapping(String pattern, String to) {
    return Mapping.of(ArtifactPattern.parse("artifact", pattern), to, null);
  }

  private ProjectArtifacts.Selected mapped(Mapping... mappings) {
    return new ProjectArtifacts(project, session(new Properties(), project), repository(), log)
        .collect(true, new DependencyFilter(List.of(), List.of()), List.of(mappings));
  }

  @Test
  void whatMappingsMatchGoesWhereEachOfThemSaysAndNowhereElse() {
    project.getArtifact().setFile(file);
    project.setArtifacts(
        new LinkedHashSet<>(
            List.of(
                withFile(artifact("org.lib:data:2.0", "zip", "zip"), file),
                withFile(jar("org.lib:lib:2.0"), file))));

    var selected =
        mapped(mapping("*:app", "app.jar"), mapping("*:data", "a/"), mapping("*:data:zip", "b/"));

    assertThat(selected.classPath()).extracting(LayerArtifact::artifactId).containsExactly("lib");
    assertThat(selected.placed())
        .extracting(placed -> placed.artifact().artifactId() + " " + placed.to())
        .containsExactly("app app.jar", "data a/", "data b/");
  }

  @Test
  void refusesAMappingThatMatchesOnlyWhatBringsNoFile() {
    project.getArtifact().setFile(file);
    project.setArtifacts(new LinkedHashSet<>(List.of(artifact("org.lib:bom:2.0", "pom", "pom"))));

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> mapped(mapping("*:bom", "lib/")))
        .withMessageContaining("<artifact> has '*:bom', which matches no artifact")
        .withMessageEndingWith("The artifacts are: [com.example:app:jar:1.0-SNAPSHOT]");
  }
}
