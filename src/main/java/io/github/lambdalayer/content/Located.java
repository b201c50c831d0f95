package io.github.lambdalayer.content;

import java.util.Comparator;

/**
 * An artifact and its place in the layer.
 *
 * @param path the path of its file; where it was unpacked the folder, empty or with {@code /} at the end
 * @param artifact the artifact
 */
public record Located(String path, LayerArtifact artifact) implements Comparable<Located> {

  private static final Comparator<Located> ORDER =
      Comparator.comparing(Located::path)
          .thenComparing(located -> located.artifact().coordinates());

  @Override
  public int compareTo(Located other) {
    return ORDER.compare(this, other);
  }
}
