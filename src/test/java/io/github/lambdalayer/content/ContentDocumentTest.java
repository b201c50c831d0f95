package io.github.lambdalayer.content;

import static io.github.lambdalayer.content.SampleArtifacts.artifact;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.lambdalayer.layer.Architecture;
import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.LambdaRuntime;
import io.github.lambdalayer.layer.LayerDefinition;
import io.github.lambdalayer.layer.LayerName;
import io.github.lambdalayer.layer.Permission;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ContentDocumentTest {

  private static final List<LambdaRuntime> JAVA_21 = List.of(new LambdaRuntime("java21"));

  private final Map<String, LayerArtifact> jars = new TreeMap<>();
  private final Path jar;

  ContentDocumentTest(@TempDir Path folder) throws IOException {
    jar = Files.writeString(folder.resolve("a.jar"), "abc");
    jars.put("java/lib/b-2-x.jar", artifact("g:b:2:x", jar));
    jars.put("java/lib/a-1.jar", artifact("g:a:1", jar));
  }

  private String text(LayerDefinition definition) throws IOException {
    try (InputStream in =
        ContentDocument.entry(definition, located(), new Digests()).source().open()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static LayerDefinition layer(
      @Nullable String license,
      List<LambdaRuntime> runtimes,
      boolean configured,
      List<Architecture> architectures) {
    return new LayerDefinition(
        new LayerName("my-layer"),
        "my-layer 1.0",
        license,
        runtimes,
        configured,
        architectures,
        List.of());
  }

  private List<Located> located() {
    return jars.entrySet().stream().map(jar -> new Located(jar.getKey(), jar.getValue())).toList();
  }

  private static LayerDefinition plain() {
    return layer(null, JAVA_21, false, List.of());
  }

  @Test
  void tellsAllAboutTheLayer() throws IOException {
    assertThat(text(layer("MIT", JAVA_21, true, List.of(Architecture.ARM64))))
        .isEqualTo(
            """
            {
              "schemaVersion": 1,
              "layerName": "my-layer",
              "licenseInfo": "MIT",
              "compatibleRuntimes": [
                "java21"
              ],
              "compatibleArchitectures": [
                "arm64"
              ],
              "artifacts": [
                {
                  "path": "java/lib/a-1.jar",
                  "groupId": "g",
                  "artifactId": "a",
                  "version": "1",
                  "sha256": "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                  "licenses": [
                    "Apache-2.0"
                  ]
                },
                {
                  "path": "java/lib/b-2-x.jar",
                  "groupId": "g",
                  "artifactId": "b",
                  "version": "2",
                  "classifier": "x",
                  "sha256": "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                  "licenses": [
                    "Apache-2.0"
                  ]
                }
              ]
            }
            """);
  }

  @Test
  void standsBelowMetaInfUnderTheLayersName() throws IOException {
    LayerEntry entry = ContentDocument.entry(plain(), located(), new Digests());

    assertThat(entry.path()).isEqualTo("META-INF/lambda-layer/my-layer.json");
    assertThat(entry.size()).isEqualTo(text(plain()).getBytes(StandardCharsets.UTF_8).length);
    assertThat(entry.executable()).isFalse();
  }

  @Test
  void doesNotChangeWithTheDescription() throws IOException {
    var released =
        new LayerDefinition(
            new LayerName("my-layer"), "my-layer 2.0", null, JAVA_21, false, List.of(), List.of());

    assertThat(text(released)).isEqualTo(text(plain()));
  }

  @Test
  void doesNotChangeWithThePermissions() throws IOException {
    var shared = plain().withPermissions(List.of(Permission.parse("public")));

    assertThat(text(shared)).isEqualTo(text(plain()));
  }

  @Test
  void doesNotChangeWithDerivedRuntimes() throws IOException {
    var derived = plain().withDerivedRuntimes(LambdaRuntime.javaRuntimesFor(8));

    assertThat(text(derived)).isEqualTo(text(plain()));
  }

  @Test
  void doesNotChangeWithThePlaceOfTheJarsOrWhatBroughtThem(@TempDir Path elsewhere)
      throws IOException {
    String before = text(plain());
    Path copy = Files.writeString(elsewhere.resolve("other.jar"), "abc");
    jars.put(
        "java/lib/a-1.jar",
        new LayerArtifact(
            "g", "a", "1", "", "jar", copy, List.of("g:a:jar:1"), List.of("Apache-2.0"), true));

    assertThat(text(plain())).isEqualTo(before);
  }

  @Test
  void changesWithTheLicence() throws IOException {
    assertThat(text(layer("MIT", JAVA_21, false, List.of()))).isNotEqualTo(text(plain()));
  }

  @Test
  void changesWithTheArchitectures() throws IOException {
    assertThat(text(layer(null, JAVA_21, false, List.of(Architecture.X86_64))))
        .isNotEqualTo(text(plain()));
  }

  @Test
  void changesWithConfiguredRuntimes() throws IOException {
    assertThat(text(layer(null, JAVA_21, true, List.of()))).isNotEqualTo(text(plain()));
  }

  @Test
  void changesWithTheBytesOfAJar() throws IOException {
    String before = text(plain());
    Files.writeString(jar, "abd");

    assertThat(text(plain())).isNotEqualTo(before);
  }

  @Test
  void cannotBeReplacedByAFileOfTheFolder(@TempDir Path folder) throws IOException {
    Path directory = folder.resolve("META-INF/lambda-layer");
    Files.createDirectories(directory);
    Files.writeString(directory.resolve("my-layer.json"), "{}");
    var collected =
        new ContentCollector().collect(SampleRequests.content(List.of(), folder, List.of()));

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> collected.contentOf(plain(), new Digests()))
        .withMessageContaining("the place 'META-INF/lambda-layer/my-layer.json'");
  }

  @Test
  void isReadAsItWasWritten() throws IOException {
    String written = text(layer("MIT", JAVA_21, true, List.of(Architecture.ARM64)));

    ContentDocument read = ContentDocument.parse(written);

    assertThat(read.layerName()).isEqualTo("my-layer");
    assertThat(read.licenseInfo()).isEqualTo("MIT");
    assertThat(read.compatibleRuntimes()).containsExactly("java21");
    assertThat(read.compatibleArchitectures()).containsExactly("arm64");
    assertThat(read.artifacts())
        .extracting(ContentDocument.Item::path)
        .containsExactlyElementsOf(jars.keySet());
  }

  @Test
  void isReadWithoutAnyList() {
    ContentDocument read =
        ContentDocument.parse("{\"schemaVersion\": 1, \"layerName\": \"my-layer\"}");

    assertThat(read.artifacts()).isEmpty();
    assertThat(read.compatibleRuntimes()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"layerName\": \"a\"}",
        "{\"schemaVersion\": 2, \"layerName\": \"a\"}",
        "{\"schemaVersion\": 1}",
        "{\"schemaVersion\": 1, \"layerName\": \"a\", \"artifacts\": [null]}",
        "{\"schemaVersion\": 1, \"layerName\": \"a\", \"artifacts\": [{\"path\": \"x\"}]}",
        "{\"schemaVersion\": 1, \"layerName\": \"a\", \"artifacts\": \"x\"}",
        "{\"schemaVersion\": \"x\", \"layerName\": \"a\"}"
      })
  void anotherFormIsRefused(String text) {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> ContentDocument.parse(text));
  }
}
