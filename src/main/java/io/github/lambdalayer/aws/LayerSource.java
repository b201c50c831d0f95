package io.github.lambdalayer.aws;

import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.LayerDefinition;
import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.layer.PublishBody;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/** Where Lambda gets the zip of a new version from. */
public sealed interface LayerSource {

  /** The request itself; whoever sends one zip to several regions has one of these for all of them. */
  final class Inline implements LayerSource {

    private final Path zip;
    private final long size;
    private final IdentityHashMap<LayerDefinition, RequestContent> contents =
        new IdentityHashMap<>();

    /**
     * A zip on disk.
     *
     * @param zip the file
     * @param size its length in bytes
     */
    public Inline(Path zip, long size) {
      this.zip = zip;
      this.size = size;
    }

    /** The request's body, the same one for a layer wherever it is sent. */
    synchronized RequestContent content(LayerDefinition layer) {
      if (!Files.isReadable(zip)) {
        // The SDK says of it only that it could not sign.
        throw InvalidInputException.beforeBuild(
            Messages.format("%s cannot be read any more: build it again.", zip));
      }
      return contents.computeIfAbsent(
          layer, any -> RequestContent.of(PublishBody.of(layer), zip, size));
    }
  }

  /**
   * A bucket.
   *
   * @param bucket the bucket
   * @param key the object's key
   * @param version the object's version, where the bucket keeps versions
   * @param isReference whether Lambda keeps no copy of its own: the object must then stay
   */
  record Stored(String bucket, String key, @Nullable String version, boolean isReference)
      implements LayerSource {}
}
