package io.github.lambdalayer.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.lambdalayer.layer.Audience;
import io.github.lambdalayer.layer.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LayersDocumentTest {

  private final Path file;

  LayersDocumentTest(@TempDir Path folder) {
    file = folder.resolve(LayersDocument.FILE);
  }

  private static LayersDocument.Layer layer(String classifier) {
    return new LayersDocument.Layer(
        classifier,
        "digest",
        7,
        null,
        null,
        new ContentDocument(1, classifier + "-layer", null, null, null, List.of()));
  }

  @Test
  void isReadAsItWasWrittenAndSorted() throws IOException {
    LayersDocument.of(List.of(layer("b"), layer("a"))).write(file);

    assertThat(LayersDocument.read(file).layers()).containsExactly(layer("a"), layer("b"));
  }

  @Test
  void tellsWhatTheLayerIsPublishedFor() throws IOException {
    LayersDocument.of(
            List.of(
                new LayersDocument.Layer(
                    "a", "digest", 7, List.of("java21"), List.of("arm64"), layer("a").content())))
        .write(file);

    assertThat(LayersDocument.read(file).layers().get(0).audience())
        .isEqualTo(new Audience(List.of("java21"), List.of("arm64")));
    assertThat(layer("a").audience()).isEqualTo(new Audience(List.of(), List.of()));
  }

  /** Others may read it. */
  @Test
  void hasTheNamesThatAreDocumented() throws IOException {
    LayersDocument.of(List.of(layer("layer"))).write(file);

    assertThat(file).hasFileName("lambda-layers.json");
    assertThat(file)
        .hasContent(
            """
            {
              "schemaVersion": 1,
              "layers": [
                {
                  "classifier": "layer",
                  "codeSha256": "digest",
                  "unzippedSize": 7,
                  "content": {
                    "schemaVersion": 1,
                    "layerName": "layer-layer",
                    "artifacts": []
                  }
                }
              ]
            }
            """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "no JSON",
        "{}",
        "{\"schemaVersion\": 2, \"layers\": []}",
        "{\"schemaVersion\": 1}",
        "{\"schemaVersion\": 1, \"layers\": [null]}",
        "{\"schemaVersion\": 1, \"layers\": [{\"classifier\": \"a\"}]}",
        "{\"schemaVersion\": 1, \"layers\": [{\"classifier\": \"a\", \"content\": {\"schemaVersion\": 1,"
            + " \"layerName\": \"a\","
            + " \"artifacts\": [{}]}}]}"
      })
  void refusesWhatItDoesNotKnow(String text) throws IOException {
    Files.writeString(file, text);

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> LayersDocument.read(file))
        .withMessageStartingWith(file + " does not tell what is in a layer: ")
        .withMessageContaining("Build the layer's module again");
  }

  @Test
  void refusesContentOfAFormThatItDoesNotKnow() throws IOException {
    LayersDocument.of(List.of(layer("a"))).write(file);
    String text = Files.readString(file);
    int nested = text.lastIndexOf("\"schemaVersion\": 1");
    Files.writeString(
        file, text.substring(0, nested) + text.substring(nested).replace(": 1,", ": 2,"));

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> LayersDocument.read(file))
        .withMessageContaining("the content of layer a-layer has schemaVersion 2")
        .withMessageContaining("Build the layer's module again");
  }
}
