package io.github.lambdalayer.mojo;

import static io.github.lambdalayer.mojo.SampleProjects.project;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.lambdalayer.archive.LayerZip;
import io.github.lambdalayer.layer.InvalidInputException;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.model.Build;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.Resource;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.MavenProjectHelper;
import org.eclipse.aether.RepositorySystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LayerPackagingTest {

  private final Path folder;
  private final MavenProject project = project("com.example", "shared", "1.0");
  private final List<String> attached = new ArrayList<>();
  private final MavenProjectHelper helper =
      fake(MavenProjectHelper.class, name -> attached.add(name));
  private final PackageMojo mojo =
      new PackageMojo(helper, fake(RepositorySystem.class, name -> {}));

  LayerPackagingTest(@TempDir Path folder) {
    this.folder = folder;
    var build = new Build();
    build.setFinalName("shared-1.0");
    build.setSourceDirectory(folder.resolve("src/main/java").toString());
    build.setTestSourceDirectory(folder.resolve("src/test/java").toString());
    var resources = new Resource();
    resources.setDirectory(folder.resolve("src/main/resources").toString());
    build.addResource(resources);
    project.setBuild(build);
    project.setPackaging("lambda-layer");
    project.setFile(folder.resolve("pom.xml").toFile());
    mojo.project = project;
    mojo.buildDirectory = folder.resolve("target").toFile();
    mojo.classifier = "layer";
    mojo.attach = true;
    execution("default-package");
  }

  private static <T> T fake(Class<T> type, java.util.function.Consumer<String> calls) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              calls.accept(method.getName());
              return null;
            }));
  }

  private void execution(String id) {
    mojo.execution = new MojoExecution(new Plugin(), "package", id);
  }

  private LayerPackaging packaging() {
    return new LayerPackaging(mojo);
  }

  private LayerZip zip() {
    return new LayerZip(folder.resolve(packaging().zipName()), "digest", 1, 1, 1);
  }

  @Test
  void theZipIsTheMainArtifact() throws IOException {
    packaging().check();
    packaging().attach(zip(), helper);

    assertThat(project.getArtifact().getFile()).hasName("shared-1.0.zip");
    assertThat(attached).isEmpty();
  }

  @Test
  void aFurtherLayerIsAttached() throws IOException {
    execution("second");
    mojo.classifier = "second";

    packaging().check();
    packaging().attach(zip(), helper);

    assertThat(packaging().zipName()).isEqualTo("shared-1.0-second.zip");
    assertThat(project.getArtifact().getFile()).isNull();
    assertThat(attached).containsExactly("attachArtifact");
  }

  @Test
  void aFurtherLayerNeedNotBeAttached() throws IOException {
    execution("second");
    mojo.classifier = "second";
    mojo.attach = false;

    packaging().check();
    packaging().attach(zip(), helper);

    assertThat(attached).isEmpty();
  }

  @Test
  void otherPackagingsHaveAMainArtifactOfTheirOwn() throws IOException {
    project.setPackaging("jar");
    execution("any");
    Files.createDirectories(folder.resolve("src/main/java"));
    Files.writeString(folder.resolve("src/main/java/A.java"), "class A {}");

    packaging().check();

    assertThat(packaging().zipName()).isEqualTo("shared-1.0-layer.zip");
  }

  @Test
  void refusesToLeaveTheMainArtifactOut() {
    mojo.attach = false;

    assertRefused("<attach> is 'false'", "<packaging>pom</packaging>");
  }

  @Test
  void refusesAClassifierOfTheMainArtifact() {
    mojo.classifier = "second";

    assertRefused("<classifier> is 'second'", "Leave <classifier> out");
  }

  @Test
  void foldersThatAreNotTheModulesOwnSourcesMayHaveFiles() throws IOException {
    var licence = new Resource();
    licence.setDirectory(folder.toString());
    licence.addInclude("LICENSE");
    var generated = new Resource();
    generated.setDirectory(folder.resolve("target/generated").toString());
    project.getBuild().addResource(licence);
    project.getBuild().addResource(generated);
    Files.writeString(folder.resolve("LICENSE"), "mine");
    Files.createDirectories(folder.resolve("target/generated"));
    Files.writeString(folder.resolve("target/generated/a.txt"), "a");
    Files.createDirectories(folder.resolve("src/main/java"));
    Files.writeString(folder.resolve("src/main/java/.gitkeep"), "");

    assertThatCode(packaging()::check).doesNotThrowAnyException();
  }

  @Test
  void refusesToBuildTheSameLayerOnceMore() {
    execution("default");

    assertRefused("The execution 'default' builds", "Leave the goal out");
  }

  @ParameterizedTest
  @ValueSource(strings = {"src/main/java", "src/test/java", "src/main/resources"})
  void refusesFilesThatNothingWouldBuild(String name) throws IOException {
    Path sources = Files.createDirectories(folder.resolve(name).resolve("it"));
    packagingIsFine();
    Files.writeString(sources.resolve("File"), "");

    assertRefused(Path.of(name) + " has files", "<packaging>jar</packaging>");
  }

  private void packagingIsFine() throws IOException {
    packaging().check();
  }

  private void assertRefused(String start, String fix) {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> packaging().check())
        .withMessageStartingWith(start)
        .withMessageContaining(fix);
  }
}
