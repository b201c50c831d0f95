package io.github.lambdalayer.content;

import java.nio.file.Path;
import java.util.Comparator;

/**
 * An artifact and its place in the layer.
 *
 * @param path the path of its file; where it was unpacked the folder, empty or with {@code /} at the end
 * @param artifact the artifact
 * @param file its file as it is in the layer; another one than the artifact's where it was stripped
 */
public record Located(String path, LayerArtifact artifact, Path file)
    implements Comparable<Located> {

  private static final Comparator<Located> ORDER =
      Comparator.comparing(Located::path)
          .thenComparing(located -> located.artifact().coordinates());

  /** An artifact that is in the layer as it is. */
  public Located(String path, LayerArtifact artifact) {
    this(path, artifact, artifact.file());
  }

  @Override
  public int compareTo(Located other) {
    return ORDER.compare(this, other);
  }
}
