package io.github.lambdalayer.lint;

import static io.github.lambdalayer.lint.SampleJars.classFile;
import static io.github.lambdalayer.lint.SampleJars.manifest;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Classes that several JARs have: which of them win, and whether that matters. */
final class SharedClassesTest {

  private static final byte[] CLASS = classFile(52);

  private final Path folder;

  SharedClassesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private static final byte[] OTHER = classFile(51);

  private List<String> found(SampleLayer layer, Rule rule) throws IOException {
    return layer.findings(rule).stream().map(Finding::message).toList();
  }

  @Test
  void differentClassesOfOneNameAreReportedWithTheWinner() throws IOException {
    var layer =
        new SampleLayer(folder)
            .artifact("g:b:1", Map.of("x/X.class", CLASS, "x/Y.class", CLASS, "b/B.class", CLASS))
            .artifact("g:a:1", Map.of("x/X.class", OTHER, "x/Y.class", CLASS, "a/A.class", CLASS));

    assertThat(found(layer, Rule.CONFLICTING_CLASSES))
        .containsExactly(
            "1 class of one name differs (and 1 class is the same in them): x.X. Lambda takes"
                + " a-1.jar, the first in the order of file names. On Maven's class path b-1.jar comes"
                + " first: tests ran with another class than functions will. They are in:\n"
                + "  java/lib/a-1.jar (g:a:jar:1)\n"
                + "  java/lib/b-1.jar (g:b:jar:1)");
    assertThat(found(layer, Rule.DUPLICATE_CLASSES)).isEmpty();
  }

  @Test
  void nothingIsSaidOfTestsWhereMavenHasTheSameOrder() throws IOException {
    var layer =
        new SampleLayer(folder)
            .artifact("g:a:1", Map.of("x/X.class", CLASS))
            .artifact("g:b:1", Map.of("x/X.class", OTHER));

    assertThat(found(layer, Rule.CONFLICTING_CLASSES))
        .singleElement()
        .asString()
        .contains("Lambda takes a-1.jar, the first in the order of file names. They are in:");
  }

  @Test
  void aJarOfTheContentDirectoryIsNotOnMavensClassPath() throws IOException {
    var layer =
        new SampleLayer(folder)
            .jar("java/lib/a.jar", Map.of("x/X.class", CLASS))
            .artifact("g:b:1", Map.of("x/X.class", OTHER));

    assertThat(found(layer, Rule.CONFLICTING_CLASSES))
        .singleElement()
        .asString()
        .contains("Lambda takes a.jar")
        .contains("On Maven's class path b-1.jar comes first");
  }

  @Test
  void aManifestThatChangesTheOrderIsNamed() throws IOException {
    var layer =
        new SampleLayer(folder)
            .jar("java/lib/a.jar", Map.of("META-INF/MANIFEST.MF", manifest("Class-Path: z.jar")))
            .jar("java/lib/b.jar", Map.of("x/X.class", CLASS))
            .jar("java/lib/z.jar", Map.of("x/X.class", OTHER));

    assertThat(found(layer, Rule.CONFLICTING_CLASSES))
        .singleElement()
        .asString()
        .contains("Lambda takes z.jar, which the Class-Path of a.jar puts first.");
  }

  @Test
  void copiesThatAreTheSameAreANote() throws IOException {
    var layer =
        new SampleLayer(folder)
            .artifact("g:a:1", Map.of("x/X.class", CLASS))
            .artifact("g:b:1", Map.of("x/X.class", CLASS));

    assertThat(layer.findings(Rule.DUPLICATE_CLASSES))
        .singleElement()
        .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.NOTE))
        .extracting(Finding::message)
        .asString()
        .isEqualTo(
            """
            1 class is the same in several JARs: x.X. They are in:
              java/lib/a-1.jar (g:a:jar:1)
              java/lib/b-1.jar (g:b:jar:1)\
            """);
    assertThat(found(layer, Rule.CONFLICTING_CLASSES)).isEmpty();
  }

  @Test
  void copiesThatDifferForNewerReleasesDiffer() throws IOException {
    byte[] manifest = manifest("Multi-Release: true");
    var layer =
        new SampleLayer(folder)
            .artifact("g:a:1", Map.of("x/X.class", CLASS))
            .artifact(
                "g:b:1",
                Map.of(
                    "META-INF/MANIFEST.MF",
                    manifest,
                    "x/X.class",
                    CLASS,
                    "META-INF/versions/11/x/X.class",
                    OTHER));

    assertThat(found(layer, Rule.CONFLICTING_CLASSES)).hasSize(1);
  }

  @Test
  void aClassForNewerReleasesAloneHidesThatOfALaterJar() throws IOException {
    var layer =
        new SampleLayer(folder)
            .artifact(
                "g:a:1",
                Map.of(
                    "META-INF/MANIFEST.MF",
                    manifest("Multi-Release: true"),
                    "META-INF/versions/9/x/X.class",
                    CLASS,
                    "META-INF/versions/11/x/X.class",
                    CLASS))
            .artifact("g:b:1", Map.of("x/X.class", OTHER));

    assertThat(found(layer, Rule.CONFLICTING_CLASSES)).hasSize(1);
  }

  @Test
  void whatOnlyAMultiReleaseJarWouldLoadMakesNoDifference() throws IOException {
    var layer =
        new SampleLayer(folder)
            .artifact("g:a:1", Map.of("x/X.class", CLASS))
            .artifact("g:b:1", Map.of("x/X.class", CLASS, "META-INF/versions/11/x/X.class", OTHER));

    assertThat(found(layer, Rule.CONFLICTING_CLASSES)).isEmpty();
    assertThat(found(layer, Rule.DUPLICATE_CLASSES)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "module-info.class",
        "x/package-info.class",
        "META-INF/versions/9/x/X.class",
        "META-INF/x/X.class",
        "BOOT-INF/classes/x/X.class",
        "x/x.properties"
      })
  void whatIsNotLoadedFromTheFirstJarAloneIsNotReported(String name) throws IOException {
    var layer =
        new SampleLayer(folder)
            .artifact("g:a:1", Map.of(name, CLASS))
            .artifact("g:b:1", Map.of(name, OTHER));

    assertThat(found(layer, Rule.CONFLICTING_CLASSES)).isEmpty();
    assertThat(found(layer, Rule.DUPLICATE_CLASSES)).isEmpty();
  }

  @Test
  void aJarThatLambdaDoesNotLookIntoHidesNothing() throws IOException {
    var layer =
        new SampleLayer(folder)
            .jar("java/lib/a%20.jar", Map.of("x/X.class", CLASS))
            .jar("agent/a.jar", Map.of("x/X.class", CLASS))
            .artifact("g:b:1", Map.of("x/X.class", OTHER));

    assertThat(found(layer, Rule.CONFLICTING_CLASSES)).isEmpty();
  }

  @Test
  void tenJarsAreNamedAndTheRestCounted() throws IOException {
    var layer = new SampleLayer(folder);
    for (int i = 10; i < 22; i++) {
      layer.jar("java/lib/a" + i + ".jar", Map.of("x/X.class", CLASS));
    }

    assertThat(found(layer, Rule.DUPLICATE_CLASSES))
        .singleElement()
        .asString()
        .endsWith("\n  java/lib/a19.jar (file src/main/layer/java/lib/a19.jar)\n  and 2 more");
  }

  @Test
  void tenAreNamedAndTheRestCounted() throws IOException {
    var ones = new TreeMap<String, byte[]>();
    var others = new TreeMap<String, byte[]>();
    for (int i = 10; i < 22; i++) {
      ones.put("x/X" + i + ".class", CLASS);
      others.put("x/X" + i + ".class", OTHER);
    }
    var layer = new SampleLayer(folder).artifact("g:a:1", ones).artifact("g:b:1", others);

    assertThat(found(layer, Rule.CONFLICTING_CLASSES))
        .singleElement()
        .asString()
        .startsWith("12 classes of one name differ: x.X10, ")
        .contains("x.X19, … and 2 more. Lambda takes")
        .doesNotContain("x.X20");
  }
}
