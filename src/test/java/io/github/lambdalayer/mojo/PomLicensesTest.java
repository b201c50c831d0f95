package io.github.lambdalayer.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.artifact.Artifact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PomLicensesTest {

  private static final String MIT = "<licenses><license><name>MIT</name></license></licenses>";

  private final Path repository;
  private final PomLicenses licenses;

  PomLicensesTest(@TempDir Path repository) {
    this.repository = repository;
    this.licenses = new PomLicenses(SampleProjects.local(repository));
  }

  private Path pom(String artifact, String version, String content) throws IOException {
    Path pom =
        repository.resolve(
            "org/lib/" + artifact + "/" + version + "/" + artifact + "-" + version + ".pom");
    Files.createDirectories(pom.getParent());
    return Files.writeString(pom, "<project>" + content + "</project>");
  }

  private static String parent(String artifact, String version) {
    return "<parent><groupId>org.lib</groupId><artifactId>"
        + artifact
        + "</artifactId><version>"
        + version
        + "</version></parent>";
  }

  private Optional<List<String>> of(String version) {
    Artifact artifact = SampleProjects.artifact("org.lib:a:" + version, "jar", "jar");
    return licenses.of(artifact);
  }

  @Test
  void areThoseOfThePom() throws IOException {
    pom("parent", "1", MIT);
    pom(
        "a",
        "1",
        parent("parent", "1")
            + "<licenses><license><name>EPL-2.0</name></license>"
            + "<license><url>https://example.com/l</url></license></licenses>");

    assertThat(of("1")).contains(List.of("EPL-2.0", "https://example.com/l"));
  }

  @Test
  void areInheritedFromTheNearestParentThatHasSome() throws IOException {
    pom("root", "3", MIT);
    pom("parent", "2", parent("root", "3"));
    pom("a", "1", parent("parent", "2"));

    assertThat(of("1")).contains(List.of("MIT"));
  }

  @Test
  void areNoneWhereNobodyDeclaresAny() throws IOException {
    pom("parent", "2", "");
    pom("a", "1", parent("parent", "2"));

    assertThat(of("1")).contains(List.of());
  }

  @Test
  void eachPomIsReadOnce() throws IOException {
    Path pom = pom("a", "1", MIT);
    of("1");
    Files.delete(pom);

    assertThat(of("1")).contains(List.of("MIT"));
  }

  @Test
  void whatOnlyMavenCanTellIsLeftToIt() throws IOException {
    pom("expression", "1", "<licenses><license><name>${l}</name></license></licenses>");
    pom("a", "1", parent("expression", "1"));
    pom("a", "2", parent("absent", "1"));
    pom("a", "3", parent("expression", "[1,2)"));
    pom("a", "4", parent("expression", "${revision}"));
    pom("a", "5", parent("expression", "1-SNAPSHOT"));
    pom("a", "6", parent("a", "6"));
    pom("a", "7", "<name>&nbsp;</name><licenses");
    pom("a", "8-SNAPSHOT", MIT);

    for (String version : List.of("1", "2", "3", "4", "5", "6", "7", "8-SNAPSHOT", "9")) {
      assertThat(of(version)).as(version).isEmpty();
    }
  }
}
