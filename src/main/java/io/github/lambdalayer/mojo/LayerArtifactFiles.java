package io.github.lambdalayer.mojo;

import io.github.lambdalayer.archive.ZippedJars;
import io.github.lambdalayer.content.ContentDocument.Item;
import io.github.lambdalayer.layer.Documents;
import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.layer.Sha256;
import io.github.lambdalayer.lint.Finding;
import io.github.lambdalayer.lint.FunctionCode.CodeSource;
import io.github.lambdalayer.lint.LayerCode;
import io.github.lambdalayer.lint.Rule;
import io.github.lambdalayer.lint.UsedLayer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.aether.artifact.DefaultArtifact;

/**
 * The JARs of a layer whose zip is in no repository, by the coordinates in its document, where they are
 * byte for byte what the layer has.
 */
final class LayerArtifactFiles {

  private static final String JAVA_LIB = "java/lib/";
  private static final int NAMED = 10;

  private final UsedLayer layer;
  private final List<CodeSource> jars = new ArrayList<>();
  private final List<String> missing = new ArrayList<>();
  private final List<String> stripped = new ArrayList<>();
  private long bytes;

  LayerArtifactFiles(UsedLayer layer, RepositoryFiles repository) throws IOException {
    this.layer = layer;
    for (Item item : layer.content().artifacts()) {
      Optional<Path> file = isUnpacked(item) ? Optional.empty() : repository.find(artifact(item));
      if (file.isEmpty() || !take(item, file.get())) {
        missing.add(item.groupId() + ":" + item.artifactId() + " " + item.version());
      }
    }
  }

  private static boolean isUnpacked(Item item) {
    return item.path().isEmpty() || item.path().endsWith("/");
  }

  private static DefaultArtifact artifact(Item item) {
    return new DefaultArtifact(
        item.groupId(),
        item.artifactId(),
        Objects.requireNonNullElse(item.classifier(), ""),
        Objects.requireNonNullElse(item.type(), "jar"),
        item.version());
  }

  private boolean take(Item item, Path file) throws IOException {
    String digest = Sha256.of(file).hex();
    boolean isOriginal = digest.equals(item.originalSha256());
    if (!isOriginal && !digest.equals(item.sha256())) {
      return false;
    }
    if (isOriginal) {
      stripped.add(item.groupId() + ":" + item.artifactId() + " " + item.version());
    }
    bytes += Files.size(file);
    if (ZippedJars.isLoaded(JAVA_LIB, item.path())) {
      jars.add(new CodeSource(item.path(), layer.label(), file));
    }
    return true;
  }

  /** What could be had. */
  LayerCode code() {
    return new LayerCode(layer, jars, isComplete());
  }

  /** The document does not tell of files that the module itself puts into the layer, but sizes do. */
  private boolean isComplete() {
    long document = Documents.toJson(layer.content()).getBytes(StandardCharsets.UTF_8).length;
    long known = bytes + document;
    return missing.isEmpty()
        && (stripped.isEmpty() ? known == layer.unzippedSize() : known >= layer.unzippedSize());
  }

  /** What comes of it that the zip is not there. */
  List<Finding> unchecked() {
    var unchecked = new ArrayList<Finding>();
    String fix = "Deploy the layer's module with its zip (<attach>), or name a zip in <layers>.";
    if (!missing.isEmpty()) {
      unchecked.add(
          Rule.UNCHECKED.found(
              Messages.format(
                  "The zip of layer %s cannot be had, nor what it has of: %s. What the function does"
                      + " not find in its layers was not looked for.",
                  layer.label(), list(missing)),
              fix));
    } else if (!isComplete()) {
      unchecked.add(
          Rule.UNCHECKED.found(
              Messages.format(
                  "The zip of layer %s cannot be had, and it has more in it than its artifacts. What"
                      + " the function does not find in its layers was not looked for.",
                  layer.label()),
              fix));
    }
    if (!stripped.isEmpty()) {
      unchecked.add(
          Rule.UNCHECKED.found(
              Messages.format(
                  "The zip of layer %s cannot be had, and native code was left out of some of its"
                      + " JARs. They were compared as they are in their repository: %s.",
                  layer.label(), list(stripped)),
              fix));
    }
    return unchecked;
  }

  private static String list(List<String> names) {
    int more = names.size() - NAMED;
    return String.join(", ", names.subList(0, Math.min(NAMED, names.size())))
        + (more > 0 ? Messages.format(", … and %d more", more) : "");
  }
}
