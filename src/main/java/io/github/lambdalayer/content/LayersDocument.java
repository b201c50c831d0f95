package io.github.lambdalayer.content;

import com.google.gson.JsonParseException;
import io.github.lambdalayer.layer.AtomicFile;
import io.github.lambdalayer.layer.Audience;
import io.github.lambdalayer.layer.Documents;
import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the layers of one module hold: an artifact of its own, so that the build of a function can
 * compare itself with a layer without fetching 250 MB.
 *
 * @param schemaVersion 1
 * @param layers the layers, sorted by classifier
 */
public record LayersDocument(int schemaVersion, List<Layer> layers) {

  /** The classifier of the artifact, and the name of its file in {@code target/lambda-layer}. */
  public static final String CLASSIFIER = "lambda-layers";

  /** The type of the artifact. */
  public static final String TYPE = "json";

  /** The name of the file. */
  public static final String FILE = CLASSIFIER + "." + TYPE;

  private static final int SCHEMA_VERSION = 1;

  /**
   * One layer.
   *
   * @param classifier what {@code package} was given: the module's main layer is {@code layer}
   * @param codeSha256 the digest of its zip, in base64 as Lambda tells it
   * @param unzippedSize the bytes that it takes when it is unzipped
   * @param compatibleRuntimes the runtimes that it is published for, derived ones too; null where it
   *     names none, and in documents of earlier releases
   * @param compatibleArchitectures the same of architectures
   * @param content the document in its zip
   */
  public record Layer(
      String classifier,
      String codeSha256,
      long unzippedSize,
      @Nullable List<String> compatibleRuntimes,
      @Nullable List<String> compatibleArchitectures,
      ContentDocument content) {

    /** What it is published for. */
    public Audience audience() {
      return new Audience(
          Objects.requireNonNullElse(compatibleRuntimes, List.of()),
          Objects.requireNonNullElse(compatibleArchitectures, List.of()));
    }
  }

  /** The document about these layers. */
  public static LayersDocument of(List<Layer> layers) {
    return new LayersDocument(
        SCHEMA_VERSION, layers.stream().sorted(Comparator.comparing(Layer::classifier)).toList());
  }

  /** Writes the document; nobody ever sees half of it. */
  public void write(Path file) throws IOException {
    AtomicFile.write(file, Documents.toJson(this));
  }

  /**
   * Reads a document.
   *
   * @throws InvalidInputException if it is none of a form that this release knows
   */
  public static LayersDocument read(Path file) throws IOException {
    LayersDocument document;
    try {
      document = Documents.fromJson(Files.readString(file), LayersDocument.class);
    } catch (JsonParseException e) {
      throw unreadable(file, "it is no JSON of the expected form: " + e.getMessage());
    }
    if (document == null || document.schemaVersion() != SCHEMA_VERSION) {
      throw unreadable(
          file, "its schemaVersion is not " + SCHEMA_VERSION + ", the one that this release reads");
    }
    if (document.layers() == null || !document.layers().stream().allMatch(l -> isComplete(l))) {
      throw unreadable(file, "it has no layers, or one without classifier and content");
    }
    for (Layer layer : document.layers()) {
      if (!layer.content().isKnown()) {
        throw unreadable(
            file,
            Messages.format(
                "the content of layer %s has schemaVersion %d, and this release reads another one",
                layer.content().layerName(), layer.content().schemaVersion()));
      }
    }
    return document;
  }

  private static boolean isComplete(Layer layer) {
    return layer != null
        && layer.classifier() != null
        && layer.content() != null
        && layer.content().isComplete();
  }

  private static InvalidInputException unreadable(Path file, String reason) {
    return new InvalidInputException(
        Messages.format(
            "%s does not tell what is in a layer: %s. Build the layer's module again with the same"
                + " release of this plugin.",
            file, reason));
  }
}
