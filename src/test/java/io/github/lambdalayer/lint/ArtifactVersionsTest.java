package io.github.lambdalayer.lint;

import static io.github.lambdalayer.lint.SampleJars.classFile;
import static io.github.lambdalayer.lint.SampleJars.manifest;
import static io.github.lambdalayer.lint.SampleJars.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One artifact in two versions, and what only looks like it. */
final class ArtifactVersionsTest {

  private static final byte[] CLASS = classFile(52);

  private final Path folder;

  ArtifactVersionsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private static Map<String, byte[]> jar(String... identities) {
    var members = new TreeMap<String, byte[]>();
    members.put("a/A.class", CLASS);
    members.put("META-INF/MANIFEST.MF", manifest());
    for (String identity : identities) {
      String[] parts = identity.split(":", -1);
      members.put(
          "META-INF/maven/" + parts[0] + "/" + parts[1] + "/pom.properties",
          text("groupId=%s\nartifactId=%s\nversion=%s\n".formatted((Object[]) parts)));
    }
    return members;
  }

  private List<Finding> found(SampleLayer layer) throws IOException {
    return layer.findings(Rule.TWO_VERSIONS);
  }

  @Test
  void classifiersInTwoVersionsAreReported() throws IOException {
    assertThat(
            found(new SampleLayer(folder).artifact("g:a:1", jar()).artifact("g:a:2:linux", jar())))
        .singleElement()
        .extracting(Finding::message)
        .asString()
        .startsWith(
            "g:a is on the class path in several versions: 1 in java/lib/a-1.jar (com.example:app:jar:1"
                + " -> g:a:jar:1), 2 in java/lib/a-2-linux.jar (");
  }

  @Test
  void aJarOfTheContentDirectoryIsKnownByItsProperties() throws IOException {
    assertThat(
            found(
                new SampleLayer(folder)
                    .artifact("g:a:1", jar())
                    .jar("java/lib/own.jar", jar("g:a:3"))))
        .singleElement()
        .extracting(Finding::message)
        .asString()
        .contains("3 in java/lib/own.jar");
  }

  @Test
  void aJarThatIsPutTogetherFromOthersIsNoVersionOfThem() throws IOException {
    assertThat(
            found(
                new SampleLayer(folder)
                    .artifact("g:a:1", jar())
                    .jar("java/lib/own.jar", jar("g:a:3", "g:b:1"))))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"g:a:1:linux", "h:a:2", "g:b:2"})
  void otherArtifactsAndTheSameVersionAreNotReported(String other) throws IOException {
    assertThat(found(new SampleLayer(folder).artifact("g:a:1", jar()).artifact(other, jar())))
        .isEmpty();
  }

  @Test
  void whatIsNotLoadedIsNoVersion() throws IOException {
    assertThat(
            found(
                new SampleLayer(folder)
                    .artifact("g:a:1", jar())
                    .artifact("g:a:2:sources", Map.of("a/A.java", text("a")))
                    .jar("agent/a.jar", jar("g:a:4"))))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource("g:a:2")
  void coordinatesCountBeforeProperties(String coordinates) throws IOException {
    assertThat(
            found(
                new SampleLayer(folder)
                    .artifact(coordinates, jar("g:other:1"))
                    .artifact("g:other:2", jar())))
        .isEmpty();
  }
}
