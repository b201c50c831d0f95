package io.github.lambdalayer.content;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An artifact that a mapping sends elsewhere than to {@code java/lib}.
 *
 * @param artifact the artifact
 * @param to its place in the layer, relative to the root: a folder if it is empty or ends with {@code
 *     /}, else the name of the file
 * @param unpacking how it is unpacked into that folder; null where it is copied as it stands
 */
public record PlacedArtifact(LayerArtifact artifact, String to, @Nullable Unpacking unpacking) {

  /**
   * How an archive is unpacked.
   *
   * @param stripComponents how many leading folders are taken off the names in the archive
   * @param includes Ant-style patterns of the names that remain; none takes all
   * @param excludes patterns of those that are left out all the same
   */
  public record Unpacking(int stripComponents, List<String> includes, List<String> excludes) {

    public Unpacking {
      includes = List.copyOf(includes);
      excludes = List.copyOf(excludes);
    }
  }
}
