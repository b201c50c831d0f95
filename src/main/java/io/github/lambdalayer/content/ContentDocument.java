package io.github.lambdalayer.content;

import com.google.gson.JsonParseException;
import io.github.lambdalayer.layer.Architecture;
import io.github.lambdalayer.layer.Documents;
import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.LambdaRuntime;
import io.github.lambdalayer.layer.LayerDefinition;
import io.github.lambdalayer.layer.LayerName;
import io.github.lambdalayer.layer.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The document in the zip that tells what is in the layer: {@code
 * META-INF/lambda-layer/<layerName>.json}. Whatever stands in it is part of the layer's digest, so
 * it holds nothing that can change while the content stays: neither plugin version, commit and time,
 * nor description (it names a release), permissions (they can be changed on a published version) and
 * derived runtimes and architectures (they change with releases of the plugin).
 *
 * @param schemaVersion 1
 * @param layerName the layer
 * @param licenseInfo the layer's licence
 * @param compatibleRuntimes the runtimes that were configured
 * @param compatibleArchitectures the architectures that were configured
 * @param artifacts what came from Maven, sorted by path
 */
public record ContentDocument(
    int schemaVersion,
    String layerName,
    @Nullable String licenseInfo,
    @Nullable List<String> compatibleRuntimes,
    @Nullable List<String> compatibleArchitectures,
    List<Item> artifacts) {

  /** The folder of the documents; a name of its own for each layer follows, and {@code .json}. */
  public static final String FOLDER = "META-INF/lambda-layer/";

  private static final int SCHEMA_VERSION = 1;

  public ContentDocument {
    artifacts = orEmpty(artifacts);
  }

  /**
   * One artifact.
   *
   * @param path its place in the layer; where it was unpacked, the folder, empty or with {@code /}
   * @param groupId its group
   * @param artifactId its artifact
   * @param version its version
   * @param classifier its classifier, if it has one
   * @param type the end of its file name, if that is not {@code jar}
   * @param sha256 its digest in hexadecimal, as it is in the layer
   * @param originalSha256 the digest that it has in its repository, if native code was left out
   * @param licenses the licences that its POM declares
   */
  public record Item(
      String path,
      String groupId,
      String artifactId,
      String version,
      @Nullable String classifier,
      @Nullable String type,
      String sha256,
      @Nullable String originalSha256,
      List<String> licenses) {

    public Item {
      licenses = orEmpty(licenses);
    }

    private boolean isComplete() {
      return Stream.of(path, groupId, artifactId, version, sha256).noneMatch(Objects::isNull);
    }
  }

  /** Whether nothing is missing that it must have, as it can be in one that was read. */
  boolean isComplete() {
    return layerName != null
        && artifacts.stream().allMatch(item -> item != null && item.isComplete());
  }

  /** Whether it is of the form that this release knows. */
  boolean isKnown() {
    return schemaVersion == SCHEMA_VERSION;
  }

  /** A document that was read need not have every list. */
  private static <T> List<T> orEmpty(@Nullable List<T> values) {
    return values == null ? List.of() : values;
  }

  /**
   * Reads a document.
   *
   * @throws InvalidInputException if it is none of a form that this release knows
   */
  public static ContentDocument parse(String json) {
    ContentDocument document;
    try {
      document = Documents.fromJson(json, ContentDocument.class);
    } catch (JsonParseException e) {
      throw new InvalidInputException("it is no JSON of the expected form: " + e.getMessage(), e);
    }
    if (document == null || !document.isKnown()) {
      throw new InvalidInputException(
          Messages.format(
              "its schemaVersion is %s, and this release of the plugin reads %d only",
              document == null ? "missing" : document.schemaVersion(), SCHEMA_VERSION));
    }
    if (!document.isComplete()) {
      throw new InvalidInputException(
          "it names no layer, or an artifact without path, coordinates and digest");
    }
    return document;
  }

  /**
   * Reads the document in a zip that this plugin has built.
   *
   * @throws InvalidInputException if it has none, or none of a form that this release knows
   */
  public static ContentDocument in(Path zip, LayerName layer) throws IOException {
    // The JDK's own reader: its classes are loaded already.
    try (var file = new ZipFile(zip.toFile())) {
      ZipEntry entry = file.getEntry(path(layer));
      if (entry == null) {
        throw new InvalidInputException("it is not there");
      }
      try (InputStream in = file.getInputStream(entry)) {
        return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    } catch (ZipException | InvalidInputException e) {
      throw new InvalidInputException(
          Messages.format(
              "%s in %s cannot be read: %s. Build the layer again: mvn clean package.",
              path(layer), zip, e.getMessage()),
          e);
    }
  }

  /** The path of a layer's document in its zip. */
  public static String path(LayerName layer) {
    return FOLDER + layer + ".json";
  }

  static LayerEntry entry(LayerDefinition definition, List<Located> artifacts, Digests digests)
      throws IOException {
    var items = new ArrayList<Item>();
    for (Located located : artifacts) {
      items.add(item(located, digests));
    }
    var document =
        new ContentDocument(
            SCHEMA_VERSION,
            definition.name().value(),
            definition.licenseInfo(),
            definition.runtimesConfigured()
                ? orNull(definition.compatibleRuntimes().stream().map(LambdaRuntime::id).toList())
                : null,
            definition.architecturesConfigured()
                ? orNull(
                    definition.compatibleArchitectures().stream().map(Architecture::id).toList())
                : null,
            items);
    byte[] bytes = Documents.toJson(document).getBytes(StandardCharsets.UTF_8);
    return new LayerEntry(
        path(definition.name()),
        new LayerEntry.BytesSource(bytes),
        bytes.length,
        false,
        "the document about the layer's content");
  }

  private static Item item(Located located, Digests digests) throws IOException {
    LayerArtifact artifact = located.artifact();
    boolean isOriginal = located.file().equals(artifact.file());
    return new Item(
        located.path(),
        artifact.groupId(),
        artifact.artifactId(),
        artifact.version(),
        artifact.classifier().isEmpty() ? null : artifact.classifier(),
        artifact.extension().equals("jar") ? null : artifact.extension(),
        digests.of(located.file()).hex(),
        isOriginal ? null : digests.of(artifact.file()).hex(),
        artifact.licenses().names());
  }

  private static @Nullable List<String> orNull(List<String> values) {
    return values.isEmpty() ? null : values;
  }
}
