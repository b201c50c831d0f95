package io.github.lambdalayer.archive;

import static java.util.stream.Collectors.toMap;

import io.github.lambdalayer.content.ContentDocument;
import io.github.lambdalayer.content.LayerContent;
import io.github.lambdalayer.content.LayerEntry;
import io.github.lambdalayer.content.NativeLibraries;
import io.github.lambdalayer.content.Survey;
import io.github.lambdalayer.layer.Architecture;
import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.LambdaRuntime;
import io.github.lambdalayer.layer.LayerDefinition;
import io.github.lambdalayer.layer.LayerName;
import io.github.lambdalayer.layer.LayerPaths;
import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.layer.Sha256;
import io.github.lambdalayer.lint.Finding;
import io.github.lambdalayer.lint.LayerLint;
import io.github.lambdalayer.lint.LintedLayer;
import io.github.lambdalayer.lint.NativeArchitectures;
import io.github.lambdalayer.lint.RunnableRuntimes;
import io.github.lambdalayer.lint.UnzippedSize;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.jspecify.annotations.Nullable;

/** Describes a zip on disk, ours or another tool's, as {@code package} describes what it has built. */
public final class ZipFileDescriber {

  /** A deployed snapshot has a time in the place of the word. */
  private static final Pattern SNAPSHOT =
      Pattern.compile(".*-(SNAPSHOT|\\d{8}\\.\\d{6}-\\d+).*", Pattern.DOTALL);

  private final Path file;
  private final FileOptions options;

  private ZipFileDescriber(Path file, FileOptions options) {
    this.file = file;
    this.options = options;
  }

  /**
   * Describes a zip, and examines what is in it.
   *
   * @throws InvalidInputException if it is no zip, or none that Lambda would take, or if neither the
   *     options nor a document in it name the layer
   */
  public static Examined examine(Path file, FileOptions options) throws IOException {
    var describer = new ZipFileDescriber(file, options);
    try (LayerZipReader zip = LayerZipReader.open(file)) {
      List<Finding> modes = ZipModes.check(file, zip.entries());
      Survey survey = describer.survey(zip);
      LayerDescriptor descriptor = describer.described(zip, survey);
      List<Finding> findings = LayerLint.of(linted(descriptor, survey));
      return new Examined(descriptor, Stream.concat(modes.stream(), findings.stream()).toList());
    }
  }

  /**
   * A zip that was examined.
   *
   * @param descriptor what it is
   * @param findings what is wrong with it, with the severities of the rules
   */
  public record Examined(LayerDescriptor descriptor, List<Finding> findings) {}

  private Survey survey(LayerZipReader zip) throws IOException {
    LayerContent content = content(zip);
    UnzippedSize.refuse(content);
    return Survey.of(content);
  }

  private LayerDescriptor described(LayerZipReader zip, Survey survey) throws IOException {
    Optional<ContentDocument> document = zip.contents().document(options.layerName());
    LayerDefinition definition =
        NativeArchitectures.of(survey, modules(document))
            .complete(RunnableRuntimes.complete(definition(document.orElse(null)), survey, 0));
    return new LayerDescriptor(
        definition,
        version(),
        isSnapshot(),
        new LayerZip(
            file,
            Sha256.of(file).base64(),
            Files.size(file),
            survey.content().unzippedSize(),
            survey.content().entries().size()));
  }

  /** Of the artifacts in it nothing is known that could still be changed. */
  private static LintedLayer linted(LayerDescriptor descriptor, Survey survey) {
    return new LintedLayer(
        survey.content(),
        survey,
        descriptor.definition(),
        List.of(),
        new LintedLayer.Project(
            descriptor.projectVersion(), descriptor.isSnapshot(), 0, Optional.empty()),
        path -> false,
        NativeLibraries.KEEP,
        List.of());
  }

  private static Map<String, String> modules(Optional<ContentDocument> document) {
    return document.map(ContentDocument::artifacts).orElse(List.of()).stream()
        .collect(
            toMap(
                ContentDocument.Item::path,
                item -> item.groupId() + ":" + item.artifactId(),
                (one, other) -> one));
  }

  private LayerContent content(LayerZipReader zip) {
    List<LayerEntry> entries = zip.files().stream().map(entry -> entry(zip, entry)).toList();
    if (entries.isEmpty()) {
      throw new InvalidInputException(
          Messages.format(
              "<file> is %s, a zip without any file, and Lambda refuses an empty layer. Build it"
                  + " again, or name another one.",
              file));
    }
    return new LayerContent(entries);
  }

  private LayerEntry entry(LayerZipReader zip, ZipArchiveEntry entry) {
    // The library turns some backslashes into slashes, which Lambda may not.
    byte[] raw = entry.getRawName();
    // Other tools write names in other encodings: that is for Lambda to say.
    String stored = raw == null ? "" : new String(raw, StandardCharsets.ISO_8859_1);
    if (LayerPaths.objection(entry.getName()).isPresent()
        || LayerPaths.objection(stored).isPresent()) {
      throw new InvalidInputException(
          Messages.format(
              "<file> is %s, and it has '%s': the path of a file in a layer is relative to /opt,"
                  + " with '/' between folders and without '..'. Build the zip again.",
              file, LayerPaths.shown(entry.getName())));
    }
    boolean executable = (entry.getUnixMode() & 0111) != 0;
    return new LayerEntry(
        entry.getName(), () -> zip.open(entry), entry.getSize(), executable, "the zip " + file);
  }

  private LayerDefinition definition(@Nullable ContentDocument document) {
    List<LambdaRuntime> runtimes = chosen(options.compatibleRuntimes(), runtimes(document));
    return new LayerDefinition(
        name(document),
        description(),
        options.licenseInfo() != null || document == null
            ? options.licenseInfo()
            : document.licenseInfo(),
        runtimes,
        !runtimes.isEmpty(),
        chosen(options.compatibleArchitectures(), architectures(document)),
        options.permissions());
  }

  private static <T> List<T> chosen(List<T> given, List<T> documented) {
    return given.isEmpty() ? documented : given;
  }

  private static List<LambdaRuntime> runtimes(@Nullable ContentDocument document) {
    return document == null || document.compatibleRuntimes() == null
        ? List.of()
        : document.compatibleRuntimes().stream()
            .filter(Objects::nonNull)
            .map(LambdaRuntime::new)
            .toList();
  }

  private static List<Architecture> architectures(@Nullable ContentDocument document) {
    return document == null || document.compatibleArchitectures() == null
        ? List.of()
        : document.compatibleArchitectures().stream().map(Architecture::parse).toList();
  }

  private LayerName name(@Nullable ContentDocument document) {
    if (options.layerName() != null) {
      return options.layerName();
    }
    if (document == null) {
      throw new InvalidInputException(
          Messages.format(
              "<file> is %s, and nothing in it names the layer, as lambda-layer:package does. Set"
                  + " -DlambdaLayer.layerName.",
              file));
    }
    return new LayerName(document.layerName());
  }

  private String description() {
    if (options.description() != null) {
      return options.description();
    }
    return options.artifactId() != null && options.version() != null
        ? options.artifactId() + " " + options.version()
        : fileName();
  }

  private String version() {
    return options.version() != null ? options.version() : fileName();
  }

  private boolean isSnapshot() {
    return SNAPSHOT.matcher(fileName()).matches() || SNAPSHOT.matcher("-" + version()).matches();
  }

  private String fileName() {
    return String.valueOf(file.getFileName());
  }
}
