package io.github.lambdalayer.lint;

import static io.github.lambdalayer.lint.SampleJars.classFile;
import static io.github.lambdalayer.lint.SampleJars.manifest;
import static io.github.lambdalayer.lint.SampleJars.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found in single JARs, and what nearly is. */
final class JarFindingsTest {

  private static final byte[] CLASS = classFile(52);

  private final Path folder;

  JarFindingsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private List<Finding> found(Rule rule, String coordinates, Map<String, byte[]> members)
      throws IOException {
    return new SampleLayer(folder).artifact(coordinates, members).findings(rule);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "com/amazonaws/services/lambda/runtime/Context.class",
        "com/amazonaws/services/lambda/runtime/logging/LogLevel.class",
        "com/amazonaws/services/lambda/runtime/serialization/util/ReflectUtil.class",
        "com/amazonaws/services/lambda/runtime/api/client/AWSLambda.class",
        "com/amazonaws/lambda/thirdparty/org/json/JSONObject.class"
      })
  void whatTheRuntimeBringsIsReported(String name) throws IOException {
    assertThat(found(Rule.RUNTIME_JAR, "g:a:1", Map.of(name, CLASS)))
        .singleElement()
        .extracting(Finding::message)
        .asString()
        .startsWith("All classes of java/lib/a-1.jar (");
    assertThat(found(Rule.RUNTIME_JAR, "g:b:1", Map.of(name, CLASS, "b/B.class", CLASS)))
        .singleElement()
        .extracting(Finding::message)
        .asString()
        .startsWith("1 class of java/lib/b-1.jar (");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "com/amazonaws/services/lambda/runtime/events/SQSEvent.class",
        "com/amazonaws/services/lambda/runtime/log4j2/LambdaAppender.class",
        "com/amazonaws/services/lambda/runtime/tests/EventLoader.class",
        "com/amazonaws/services/lambda/AWSLambda.class"
      })
  void whatTheRuntimeDoesNotBringIsNotReported(String name) throws IOException {
    assertThat(found(Rule.RUNTIME_JAR, "g:a:1", Map.of(name, CLASS))).isEmpty();
  }

  @Test
  void theFixNamesWhatToLeaveOut() throws IOException {
    var members = Map.of("com/amazonaws/services/lambda/runtime/Context.class", CLASS);
    var layer =
        new SampleLayer(folder)
            .artifact("com.amazonaws:aws-lambda-java-core:1.4.0", members)
            .jar("java/lib/core.jar", members);

    assertThat(layer.findings(Rule.RUNTIME_JAR))
        .extracting(Finding::fix)
        .containsExactlyInAnyOrder(
            "Leave it out: <excludes><exclude>com.amazonaws:aws-lambda-java-core</exclude></excludes>.",
            "Remove the file src/main/layer/java/lib/core.jar.");
  }

  @ParameterizedTest
  @CsvSource({"java21, 1", "java21 nodejs22.x, 1", "provided.al2023, 0", "java21 provided.al2, 0"})
  void aCustomRuntimeNeedsThoseJars(String runtimes, int findings) throws IOException {
    var members = Map.of("com/amazonaws/services/lambda/runtime/Context.class", CLASS);

    assertThat(
            new SampleLayer(folder)
                .artifact("g:a:1", members)
                .runtimes(runtimes.split(" ", -1))
                .findings(Rule.RUNTIME_JAR))
        .hasSize(findings);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "META-INF/LICENSE.txt",
        "META-INF/NOTICE",
        "META-INF/maven/g/a/pom.xml",
        "META-INF/A.SF",
        "LICENSE",
        "module-info.class",
        "META-INF/apache-license.md"
      })
  void aJarWithNothingToLoadIsNoted(String name) throws IOException {
    assertThat(
            found(
                Rule.EMPTY_JAR,
                "g:a:1",
                Map.of(name, text("a"), "META-INF/MANIFEST.MF", manifest())))
        .singleElement()
        .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.NOTE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "META-INF/services/a.A",
        "META-INF/spring.factories",
        "META-INF/resources/a.js",
        "a.properties",
        "a/A.class",
        "a/license.json/x"
      })
  void aJarWithSomethingToFindIsNotEmpty(String name) throws IOException {
    assertThat(found(Rule.EMPTY_JAR, "g:a:1", Map.of(name, CLASS))).isEmpty();
  }

  @Test
  void aJarThatLeadsToOthersIsNotEmpty() throws IOException {
    assertThat(
            found(
                Rule.EMPTY_JAR,
                "g:a:1",
                Map.of("META-INF/MANIFEST.MF", manifest("Class-Path: b.jar"))))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "g:a:1:sources, a/A.txt",
    "g:a:1:javadoc, a/A.html",
    "g:a:1, a/A.java",
    "g:a:1, a/A.kt",
    "g:a:1, element-list"
  })
  void sourcesAndJavadocAreReported(String coordinates, String name) throws IOException {
    assertThat(found(Rule.SOURCE_JAR, coordinates, Map.of(name, text("a")))).hasSize(1);
  }

  @Test
  void aJarWithClassesBesideSourcesIsNotReported() throws IOException {
    var members = Map.of("a/A.java", text("a"), "a/B.java", text("b"), "a/A.class", CLASS);

    assertThat(found(Rule.SOURCE_JAR, "g:a:1:sources", members)).isEmpty();
  }

  @Test
  void pagesAndTemplatesAreNoSources() throws IOException {
    var members =
        Map.of("a/A.html", text("a"), "a/B.html", text("b"), "a/template.java", text("c"));

    assertThat(found(Rule.SOURCE_JAR, "g:a:1", members)).isEmpty();
  }

  private List<Finding> duplicated(String name, String other, byte[] bytes) throws IOException {
    Path jar =
        SampleJars.jar(
            folder.resolve("d.jar"), Map.of(name, CLASS, other, bytes, "z/Z.class", CLASS));
    return new SampleLayer(folder)
        .artifact("g:d:1", SampleJars.renamed(jar, other, name), List.of(), false)
        .findings(Rule.DUPLICATE_ENTRY);
  }

  @Test
  void differentEntriesOfOneNameAreReported() throws IOException {
    assertThat(duplicated("a/A.class", "a/B.class", classFile(51)))
        .singleElement()
        .extracting(Finding::message)
        .asString()
        .startsWith(
            "java/lib/d-1.jar has several different entries of one name: a/A.class. Java finds the"
                + " last of them");
  }

  @Test
  void copiesAndLicencesTwiceAreNotReported() throws IOException {
    assertThat(duplicated("a/A.class", "a/B.class", CLASS)).isEmpty();
    assertThat(duplicated("META-INF/LICENSE", "META-INF/LICENSX", text("another"))).isEmpty();
  }

  @Test
  void theLastOfSeveralEntriesIsTheOneThatCounts() throws IOException {
    Path jar =
        SampleJars.jar(
            folder.resolve("d.jar"), Map.of("a/A.class", CLASS, "a/B.class", classFile(65)));
    SampleJars.renamed(jar, "a/B.class", "a/A.class");

    assertThat(
            new SampleLayer(folder)
                .artifact("g:d:1", jar, List.of(), false)
                .runtimes("java11")
                .findings(Rule.CLASS_VERSION))
        .singleElement()
        .extracting(Finding::message)
        .asString()
        .contains("has 1 class for");
  }

  @Test
  void aClassPathThatLeadsNowhereIsNoted() throws IOException {
    assertThat(
            new SampleLayer(folder)
                .jar(
                    "java/lib/a.jar",
                    Map.of(
                        "META-INF/MANIFEST.MF",
                        manifest(
                            "Class-Path: b.jar sub/c.jar gone.jar ../d.jar http://h/e.jar ./ conf/")))
                .jar("java/lib/b.jar", Map.of("b/B.class", CLASS))
                .jar("java/lib/sub/c.jar", Map.of("c/C.class", CLASS))
                .jar("java/d.jar", Map.of("d/D.class", CLASS))
                .findings(Rule.MISSING_CLASS_PATH))
        .singleElement()
        .extracting(Finding::message)
        .asString()
        .endsWith(
            "names in its Class-Path what the layer has not: gone.jar, http://h/e.jar, conf/.");
  }
}
