package io.github.lambdalayer.mojo;

import static io.github.lambdalayer.mojo.SampleProjects.jar;
import static io.github.lambdalayer.mojo.SampleProjects.withFile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;

import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.lint.Finding;
import io.github.lambdalayer.lint.FunctionCode.CodeSource;
import io.github.lambdalayer.lint.Rule;
import io.github.lambdalayer.lint.SampleJars;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FunctionPackagesTest {

  @TempDir Path folder;

  private final MavenProject project = SampleProjects.project("g", "f", "1");
  private final CheckMojo mojo =
      new CheckMojo(mock(RepositorySystem.class), mock(SettingsDecrypter.class));
  private Path library;

  @BeforeEach
  void prepare() throws IOException {
    mojo.project = project;
    mojo.setLog(new RecordingLog());
    project.getBuild().setOutputDirectory(folder.resolve("classes").toString());
    library = zip("lib-1.jar", "lib/A.class", "lib/B.class");
    Path classes = Files.createDirectories(folder.resolve("classes/own"));
    Files.write(classes.resolve("Handler.class"), SampleJars.classFile(61));
  }

  private Path zip(String name, String... entries) throws IOException {
    var contents = new HashMap<String, byte[]>();
    Arrays.stream(entries)
        .forEach(
            entry ->
                contents.put(
                    entry,
                    entry.endsWith(".class")
                        ? SampleJars.classFile(61)
                        : entry.getBytes(StandardCharsets.UTF_8)));
    return SampleJars.jar(folder.resolve(name), contents);
  }

  private FunctionPackages.Apart apart(Path archive) throws IOException {
    project.getArtifact().setFile(archive.toFile());
    var artifact = withFile(jar("org.lib:lib:1"), library.toFile());
    project.setArtifacts(Set.of(artifact));
    var found = new FunctionArchive(mojo).find().orElseThrow();
    return new FunctionPackages(
            mojo, new FunctionArtifacts(project).bundled(), folder.resolve("work"))
        .of(found);
  }

  @Test
  void aShadedArchiveHasItsDependenciesBetweenItsOwnClasses() throws IOException {
    var apart = apart(zip("f.jar", "own/Handler.class", "lib/A.class", "lib/B.class"));

    assertThat(apart.function().sources()).extracting(CodeSource::path).containsExactly("");
    assertThat(apart.function().ownClasses()).containsExactly("own/Handler");
    assertThat(apart.function().unzippedSize()).isEqualTo(30);
    assertThat(apart.bundled().values()).containsExactly(20L);
    assertThat(apart.release()).isEqualTo(17);
    assertThat(apart.unchecked()).isEmpty();
  }

  @Test
  void anArchiveHasJarsInItsLib() throws IOException {
    Path inner = zip("inner.jar", "lib/A.class");
    Path archive =
        SampleJars.jar(
            folder.resolve("f.zip"),
            Map.of(
                "own/Handler.class",
                SampleJars.classFile(61),
                "lib/inner.jar",
                Files.readAllBytes(inner),
                "lib/deep/inner.jar",
                Files.readAllBytes(inner),
                "lib/notes.txt",
                new byte[] {1}));

    var apart = apart(archive);
    assertThat(apart.function().sources())
        .extracting(CodeSource::path)
        .containsExactly("", "lib/inner.jar");
    assertThat(apart.function().sources().get(1).file()).hasSameBinaryContentAs(inner);
    assertThat(apart.unchecked()).isEmpty();
  }

  @Test
  void aThinJarIsTakenTogetherWithItsDependencies() throws IOException {
    var apart = apart(zip("f.jar", "own/Handler.class"));

    assertThat(apart.function().sources())
        .extracting(CodeSource::path)
        .containsExactly("", "lib/lib-1.jar");
    assertThat(apart.function().unzippedSize()).isEqualTo(10 + Files.size(library));
    assertThat(apart.unchecked())
        .singleElement()
        .extracting(Finding::message)
        .asString()
        .startsWith(
            "f.jar does not have the one run-time dependency of the function, which was taken");
  }

  @Test
  void twoDependenciesWhoseFilesHaveOneNameAreBothTaken() throws IOException {
    Files.createDirectories(folder.resolve("other"));
    Path another = zip("other/lib-1.jar", "other/C.class");
    project.getArtifact().setFile(zip("f.jar", "own/Handler.class").toFile());
    project.setArtifacts(
        new LinkedHashSet<>(
            List.of(
                withFile(jar("org.lib:lib:1"), library.toFile()),
                withFile(jar("org.other:lib:1"), another.toFile()))));

    var apart =
        new FunctionPackages(mojo, new FunctionArtifacts(project).bundled(), folder.resolve("work"))
            .of(new FunctionArchive(mojo).find().orElseThrow());

    assertThat(apart.function().sources()).extracting(CodeSource::file).contains(library, another);
  }

  @Test
  void withoutCompiledClassesThoseOfADependencyTellThatItIsShaded() throws IOException {
    project.getBuild().setOutputDirectory(folder.resolve("none").toString());

    assertThat(apart(zip("f.jar", "own/Handler.class", "lib/A.class")).unchecked()).isEmpty();
    assertThat(apart(zip("g.jar", "own/Handler.class")).unchecked()).hasSize(1);
  }

  @Test
  void saysThatAnArchiveIsNotThatOfTheClasses() throws IOException {
    assertThat(apart(zip("f.jar", "other/Main.class")).unchecked())
        .extracting(Finding::rule)
        .containsExactly(Rule.UNCHECKED);
  }

  @Test
  void theOnlyAttachedZipIsTheFunction() throws IOException {
    project.getArtifact().setFile(zip("f.jar", "own/Handler.class").toFile());
    attach(zip("sources.zip", "a.txt"), "sources");
    attach(zip("layer.zip", "META-INF/lambda-layer/x.json"), "layer");
    assertThat(found()).contains("f.jar");
    attach(zip("function.zip", "own/Handler.class"), "function");
    assertThat(found()).contains("function.zip");
    attach(zip("another.zip", "own/Handler.class"), "another");
    assertThat(found()).contains("f.jar");
    mojo.archive = folder.resolve("another.zip").toFile();
    assertThat(found()).contains("another.zip");
    mojo.archive = folder.resolve("none.zip").toFile();
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(this::found)
        .withMessageContaining("none.zip', and there is no such file");
  }

  @Test
  void aBuildThatHasMadeNoArchiveYetHasNone() throws IOException {
    assertThat(found()).isEmpty();
    project.getArtifact().setFile(folder.toFile());
    assertThat(found()).isEmpty();
    assertThat(new FunctionArchive(mojo).missing().message()).startsWith("f has no archive yet");
  }

  @SuppressWarnings("deprecation")
  private void attach(Path file, String classifier) {
    project.addAttachedArtifact(
        withFile(SampleProjects.artifact("g:f:1:" + classifier, "zip", "zip"), file.toFile()));
  }

  private Optional<String> found() throws IOException {
    return new FunctionArchive(mojo).find().map(found -> FunctionArchive.name(found.file()));
  }
}
