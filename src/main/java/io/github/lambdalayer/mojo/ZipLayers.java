package io.github.lambdalayer.mojo;

import io.github.lambdalayer.archive.LayerContents;
import io.github.lambdalayer.archive.LayerZipReader;
import io.github.lambdalayer.aws.LiveVersion;
import io.github.lambdalayer.content.ContentDocument;
import io.github.lambdalayer.layer.Audience;
import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.LayerVersionArn;
import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.layer.Sha256;
import io.github.lambdalayer.lint.UsedLayer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Layers that {@code <layers>} names by a zip, or by the ARN of a live version. */
final class ZipLayers {

  private static final Audience EVERYBODY = new Audience(List.of(), List.of());

  private final CheckMojo mojo;
  private final LiveLayers live;
  private final Path work;
  private int downloads;

  /**
   * For a project.
   *
   * @param work where live zips are downloaded to
   */
  ZipLayers(CheckMojo mojo, LiveLayers live, Path work) {
    this.mojo = mojo;
    this.live = live;
    this.work = work;
  }

  /** Whether that names a layer in one of these ways, and not by coordinates. */
  static boolean isNamed(String text) {
    return isArn(text) || text.endsWith(".zip") || text.contains("/") || text.contains("\\");
  }

  private static boolean isArn(String text) {
    return text.startsWith("arn:");
  }

  /**
   * The layer of that name.
   *
   * @throws InvalidInputException if there is none, or it is no zip
   */
  FoundLayer find(String text) throws IOException {
    return isArn(text) ? live(text) : file(text);
  }

  private FoundLayer file(String text) throws IOException {
    Path base =
        mojo.project.getBasedir() == null ? Path.of("") : mojo.project.getBasedir().toPath();
    Path file = base.resolve(text);
    if (!Files.isRegularFile(file)) {
      throw new InvalidInputException(
          Messages.format(
              "<layers> has '%s', and there is no such file. Correct the path, or write coordinates"
                  + " (groupId:artifactId:version) or an ARN.",
              text));
    }
    String name = FunctionArchive.name(file).replaceFirst("\\.zip$", "");
    return layer(text, name, EVERYBODY, file);
  }

  private FoundLayer live(String text) throws IOException {
    LiveVersion version = live.find(arn(text));
    Path file = work.resolve("live-" + downloads++ + ".zip");
    live.fetch(version, file);
    var audience = new Audience(sorted(version.runtimes()), sorted(version.architectures()));
    return layer(text, version.arn().layerName().value(), audience, file);
  }

  private static LayerVersionArn arn(String text) {
    try {
      return LayerVersionArn.parse(text);
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException(
          Messages.format(
              "<layers> has '%s', which is not the ARN of a layer version: write one such as"
                  + " arn:aws:lambda:eu-west-1:111122223333:layer:libraries:7.",
              text),
          e);
    }
  }

  private static List<String> sorted(Set<String> ids) {
    return ids.stream().sorted().toList();
  }

  /** What the zip itself tells goes before what is declared elsewhere, which is derived in part. */
  private static FoundLayer layer(String origin, String name, Audience audience, Path zip)
      throws IOException {
    LayerContents contents = LayerZipReader.read(zip);
    long size = contents.entries().stream().mapToLong(LayerContents.Entry::size).sum();
    Optional<ContentDocument> document = contents.readableDocument(null);
    UsedLayer layer =
        document
            .map(content -> UsedLayer.of(origin, size, content).publishedFor(audience))
            .orElseGet(() -> UsedLayer.undocumented(origin, size, name, audience));
    return new FoundLayer(layer, null, zip, Sha256.of(zip).base64());
  }
}
