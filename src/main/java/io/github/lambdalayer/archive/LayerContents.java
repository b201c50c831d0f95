package io.github.lambdalayer.archive;

import io.github.lambdalayer.content.ContentDocument;
import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.LayerName;
import io.github.lambdalayer.layer.Messages;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a layer's zip holds, ours or another tool's, as its directory tells.
 *
 * @param origin which zip it is, for people
 * @param size the length of the zip in bytes
 * @param entries its files, sorted by path
 * @param documents the texts of what stands in {@code META-INF/lambda-layer}, by file name without
 *     {@code .json}
 */
public record LayerContents(
    String origin, long size, List<Entry> entries, Map<String, String> documents) {

  public LayerContents {
    entries = List.copyOf(entries);
    documents = Collections.unmodifiableMap(new TreeMap<>(documents));
  }

  /**
   * A file in the zip.
   *
   * @param path its path
   * @param size its unzipped length in bytes
   * @param crc its CRC-32
   */
  public record Entry(String path, long size, long crc) {}

  /**
   * The document about the layer: the one of that name, or the only one.
   *
   * @return nothing where the zip has none, as those of other tools
   * @throws InvalidInputException if it is not readable, or there are several and none has the name
   */
  public Optional<ContentDocument> document(@Nullable LayerName layer) {
    Optional<String> name = nameOf(layer);
    return name.map(found -> parse(found, documents.getOrDefault(found, "")));
  }

  /** The same for what nobody here can mend: nothing where {@link #document} refuses. */
  public Optional<ContentDocument> readableDocument(@Nullable LayerName layer) {
    try {
      return document(layer);
    } catch (InvalidInputException e) {
      return Optional.empty();
    }
  }

  private Optional<String> nameOf(@Nullable LayerName layer) {
    if (layer != null && documents.containsKey(layer.value())) {
      return Optional.of(layer.value());
    }
    if (documents.size() > 1) {
      throw new InvalidInputException(
          Messages.format(
              "%s tells of several layers: %s. %s",
              origin,
              String.join(", ", documents.keySet()),
              layer == null
                  ? "Name the one that is meant: -DlambdaLayer.layerName."
                  : Messages.format(
                      "None of them is <layerName> '%s': name one of them with"
                          + " -DlambdaLayer.layerName.",
                      layer)));
    }
    return documents.keySet().stream().findFirst();
  }

  private ContentDocument parse(String name, String text) {
    try {
      return ContentDocument.parse(text);
    } catch (InvalidInputException e) {
      throw new InvalidInputException(
          Messages.format(
              "%s%s.json in %s cannot be read: %s. Build the layer again with this release of the"
                  + " plugin, or remove that file from the zip.",
              ContentDocument.FOLDER, name, origin, e.getMessage()),
          e);
    }
  }
}
