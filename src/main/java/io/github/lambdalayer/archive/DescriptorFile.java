package io.github.lambdalayer.archive;

import com.google.gson.JsonParseException;
import io.github.lambdalayer.content.LayersDocument;
import io.github.lambdalayer.layer.Architecture;
import io.github.lambdalayer.layer.AtomicFile;
import io.github.lambdalayer.layer.Documents;
import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.LambdaRuntime;
import io.github.lambdalayer.layer.LayerDefinition;
import io.github.lambdalayer.layer.LayerName;
import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.layer.Permission;
import io.github.lambdalayer.layer.Sha256;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The descriptor on disk: {@code target/lambda-layer/<classifier>.json}. */
public final class DescriptorFile {

  /** The name of the results' document, which stands in the same folder. */
  public static final String RESULTS = "published.json";

  /** The name of the plans' document, which stands in the same folder. */
  public static final String PLAN = "plan.json";

  /** The name of the document of findings, which stands in the same folder. */
  public static final String FINDINGS = "findings.json";

  /** What else stands in that folder: what attach has done or is doing, and IAM policies. */
  private static final Pattern OTHERS =
      Pattern.compile("(attach(ed|ing)|policy(-caller|-\\d{12})?)\\.json");

  private static final int SCHEMA_VERSION = 1;

  private DescriptorFile() {}

  /** The document. The zip's path is relative to the document, so that {@code target} can move. */
  private record Document(
      int schemaVersion,
      String layerName,
      String projectVersion,
      boolean snapshot,
      String description,
      @Nullable String licenseInfo,
      List<String> compatibleRuntimes,
      boolean runtimesConfigured,
      List<String> compatibleArchitectures,
      boolean architecturesConfigured,
      List<String> permissions,
      String zip,
      String codeSha256,
      long size,
      long unzippedSize,
      int entries) {

    boolean isComplete() {
      return schemaVersion == SCHEMA_VERSION
          && Stream.of(
                  layerName,
                  projectVersion,
                  description,
                  compatibleRuntimes,
                  compatibleArchitectures,
                  permissions,
                  zip,
                  codeSha256)
              .noneMatch(Objects::isNull);
    }
  }

  /** Writes a descriptor. */
  public static void write(Path file, LayerDescriptor descriptor) throws IOException {
    LayerDefinition layer = descriptor.definition();
    LayerZip zip = descriptor.zip();
    var document =
        new Document(
            SCHEMA_VERSION,
            layer.name().value(),
            descriptor.projectVersion(),
            descriptor.isSnapshot(),
            layer.description(),
            layer.licenseInfo(),
            layer.compatibleRuntimes().stream().map(LambdaRuntime::id).toList(),
            layer.runtimesConfigured(),
            layer.compatibleArchitectures().stream().map(Architecture::id).toList(),
            layer.architecturesConfigured(),
            layer.permissions().stream().map(Permission::toString).toList(),
            relative(file, zip.file()),
            zip.codeSha256(),
            zip.size(),
            zip.unzippedSize(),
            zip.entries());
    AtomicFile.write(file, Documents.toJson(document));
  }

  private static String relative(Path descriptor, Path zip) {
    Path sibling = descriptor.toAbsolutePath().resolveSibling(".").normalize();
    return sibling.relativize(zip.toAbsolutePath().normalize()).toString().replace('\\', '/');
  }

  /** Whether a name in the folder belongs to a document that is no descriptor. */
  public static boolean isTaken(String name) {
    return Set.of(RESULTS, PLAN, LayersDocument.FILE, FINDINGS).contains(name)
        || OTHERS.matcher(name).matches();
  }

  /** The descriptors in a folder, sorted by name; none where the folder does not exist. */
  public static List<Path> in(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .filter(file -> !isTaken(file.getFileName().toString()))
          .filter(file -> !file.getFileName().toString().startsWith("."))
          .sorted()
          .toList();
    }
  }

  /**
   * Reads a descriptor and makes sure that its zip is still the one it speaks of.
   *
   * @throws InvalidInputException if the descriptor is none, or the zip is gone or another one
   */
  public static LayerDescriptor read(Path file) throws IOException {
    Document document = parse(file);
    Path zip = file.toAbsolutePath().resolveSibling(document.zip()).normalize();
    if (!Files.isRegularFile(zip)) {
      throw stale(file, zip + " does not exist");
    }
    String digest = Sha256.of(zip).base64();
    if (!digest.equals(document.codeSha256())) {
      throw stale(
          file,
          Messages.format(
              "%s has the SHA-256 %s, not %s: it was changed since it was built",
              zip, digest, document.codeSha256()));
    }
    return descriptor(document, zip, digest, Files.size(zip));
  }

  /**
   * Reads what a descriptor says of its layer, for what needs no zip: whether that is still there, and the
   * one it speaks of, is not looked at.
   *
   * @throws InvalidInputException if the descriptor is none
   */
  public static LayerDescriptor said(Path file) throws IOException {
    Path folder = file.toAbsolutePath().resolveSibling(".").normalize();
    return readOf(folder.resolve(parse(file).zip()), file);
  }

  /**
   * Reads the descriptor of a zip that is known to be the one it speaks of.
   *
   * @throws InvalidInputException if the descriptor is none
   */
  static LayerDescriptor readOf(Path zip, Path file) throws IOException {
    Document document = parse(file);
    return descriptor(document, zip, document.codeSha256(), document.size());
  }

  private static LayerDescriptor descriptor(Document document, Path zip, String digest, long size) {
    return new LayerDescriptor(
        new LayerDefinition(
            new LayerName(document.layerName()),
            document.description(),
            document.licenseInfo(),
            document.compatibleRuntimes().stream().map(LambdaRuntime::new).toList(),
            document.runtimesConfigured(),
            document.compatibleArchitectures().stream().map(Architecture::parse).toList(),
            document.architecturesConfigured(),
            document.permissions().stream().map(Permission::parse).toList()),
        document.projectVersion(),
        document.snapshot(),
        new LayerZip(zip, digest, size, document.unzippedSize(), document.entries()));
  }

  private static Document parse(Path file) throws IOException {
    try {
      Document document = Documents.fromJson(Files.readString(file), Document.class);
      if (document == null || !document.isComplete()) {
        throw stale(file, "it is no descriptor of this release of the plugin");
      }
      return document;
    } catch (JsonParseException | CharacterCodingException e) {
      throw stale(file, "it is no JSON: " + e.getMessage());
    }
  }

  private static InvalidInputException stale(Path file, String reason) {
    return InvalidInputException.beforeBuild(
        Messages.format(
            "The layer of %s cannot be used: %s. Build it again: mvn package.", file, reason));
  }
}
