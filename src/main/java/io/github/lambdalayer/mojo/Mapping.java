package io.github.lambdalayer.mojo;

import io.github.lambdalayer.content.ContentDocument;
import io.github.lambdalayer.content.LayerArtifact;
import io.github.lambdalayer.content.PlacedArtifact;
import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.LayerPaths;
import io.github.lambdalayer.layer.Messages;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One of {@code <mappings>}: where the artifacts of a pattern go.
 *
 * @param pattern the artifacts
 * @param to a file of the layer; a folder if it is empty (the root) or ends with {@code /}
 * @param unpacking how they are unpacked; null if they are copied
 */
record Mapping(ArtifactPattern pattern, String to, PlacedArtifact.@Nullable Unpacking unpacking) {

  /**
   * Reads a place, in which {@code /} is the root of the layer.
   *
   * @throws InvalidInputException if it is no place in a layer, or an archive is to be unpacked to a file
   */
  static Mapping of(
      ArtifactPattern pattern, String place, PlacedArtifact.@Nullable Unpacking unpacking) {
    String to = place.equals("/") ? "" : place;
    LayerPaths.objection(to)
        .ifPresent(
            objection -> {
              throw refused(pattern, place, objection);
            });
    String path = to.endsWith("/") ? to.substring(0, to.length() - 1) : to;
    if (!to.isEmpty()
        && Arrays.stream(path.split("/", -1)).anyMatch(p -> p.isEmpty() || p.equals("."))) {
      throw refused(pattern, place, "has an empty part or '.' between its slashes");
    }
    if (to.startsWith(ContentDocument.FOLDER)) {
      throw refused(pattern, place, "is where the documents about layers are");
    }
    if (unpacking != null && !to.isEmpty() && !to.endsWith("/")) {
      throw new InvalidInputException(
          Messages.format(
              "The <mapping> of %s unpacks to '%s', which is a file: write '%s/' for a folder.",
              pattern.text(), place, place));
    }
    return new Mapping(pattern, to, unpacking);
  }

  private static InvalidInputException refused(
      ArtifactPattern pattern, String place, String objection) {
    return new InvalidInputException(
        Messages.format(
            "The <mapping> of %s has the <to> '%s', which %s: write a path relative to the root of the"
                + " layer, with '/' at its end for a folder, or '/' for the root itself.",
            pattern.text(), LayerPaths.shown(place), objection));
  }

  PlacedArtifact place(LayerArtifact artifact) {
    return new PlacedArtifact(artifact, to, unpacking);
  }
}
