package io.github.lambdalayer.lint;

import static io.github.lambdalayer.lint.SampleJars.classFile;
import static io.github.lambdalayer.lint.SampleJars.manifest;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** JARs with classes that a runtime cannot run, and JARs that only look like it. */
final class ClassVersionFindingsTest {

  private static final byte[] CLASS = classFile(52);

  private final Path folder;

  ClassVersionFindingsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private List<Finding> found(String runtimes, Map<String, byte[]> members) throws IOException {
    return new SampleLayer(folder)
        .artifact("g:a:1", members)
        .runtimes(runtimes.split(" ", -1))
        .findings(Rule.CLASS_VERSION);
  }

  @Test
  void aClassThatIsTooNewIsNamedWithTheRuntimesThatCannotRunIt() throws IOException {
    var members =
        Map.of("a/A.class", classFile(65), "a/B.class", classFile(61), "a/C.class", CLASS);

    assertThat(found("java11 java17 java21", members))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Severity.ERROR);
              assertThat(finding.place().path()).isEqualTo("java/lib/a-1.jar");
              assertThat(finding.message())
                  .startsWith(
                      "java/lib/a-1.jar (com.example:app:jar:1 -> g:a:jar:1) has 2 classes for a"
                          + " newer Java than java11, java17: a/A.class needs Java 21.");
            });
  }

  @ParameterizedTest
  @CsvSource({"java17, 61", "java8.al2, 52", "provided.al2023, 65", "nodejs22.x, 65", "java29, 73"})
  void whatEveryJavaRuntimeRunsIsNotReported(String runtime, int version) throws IOException {
    assertThat(found(runtime, Map.of("a/A.class", classFile(version)))).isEmpty();
  }

  private static Map<String, byte[]> multiRelease(int base, int folder, int version) {
    return Map.of(
        "META-INF/MANIFEST.MF",
        manifest("Multi-Release: true"),
        "a/A.class",
        classFile(base),
        "META-INF/versions/" + folder + "/a/A.class",
        classFile(version));
  }

  @Test
  void aClassForANewerReleaseIsNotReportedBelowIt() throws IOException {
    assertThat(found("java11 java17 java21", multiRelease(52, 21, 65))).isEmpty();
  }

  @Test
  void aClassThatIsNewerThanItsFolderIsReported() throws IOException {
    assertThat(found("java11 java17", multiRelease(52, 11, 61)))
        .singleElement()
        .extracting(Finding::message)
        .asString()
        .contains("newer Java than java11: META-INF/versions/11/a/A.class needs Java 17");
  }

  @Test
  void aBaseClassThatIsReplacedIsNotReported() throws IOException {
    assertThat(found("java11", multiRelease(61, 11, 55))).isEmpty();
    assertThat(found("java8", multiRelease(61, 11, 55))).hasSize(1);
  }

  @Test
  void versionedClassesDoNotCountWithoutTheManifestsWord() throws IOException {
    var members = Map.of("a/A.class", CLASS, "META-INF/versions/11/a/A.class", classFile(61));

    assertThat(found("java11", members)).isEmpty();
  }

  @Test
  void derivedRuntimesAreThoseThatRunWhatTheyWouldLoad() throws IOException {
    LintedLayer layer = new SampleLayer(folder).artifact("g:a:1", multiRelease(61, 11, 55)).build();

    assertThat(layer.definition().compatibleRuntimes())
        .extracting(Object::toString)
        .startsWith("java11")
        .doesNotContain("java8");
  }

  @Test
  void aClassThatIsNewerThanItsFolderTakesOutTheRuntimesBetween() throws IOException {
    LintedLayer layer = new SampleLayer(folder).artifact("g:a:1", multiRelease(52, 11, 61)).build();

    assertThat(layer.definition().compatibleRuntimes())
        .extracting(Object::toString)
        .contains("java8", "java17")
        .doesNotContain("java11");
  }
}
