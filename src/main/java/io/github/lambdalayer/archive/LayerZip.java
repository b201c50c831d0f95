package io.github.lambdalayer.archive;

import io.github.lambdalayer.layer.LayerName;
import io.github.lambdalayer.layer.Limits;
import io.github.lambdalayer.layer.Messages;
import java.nio.file.Path;

/**
 * A layer's zip on disk.
 *
 * @param file the zip
 * @param codeSha256 its SHA-256 in base64, Lambda's {@code CodeSha256}
 * @param size its length in bytes
 * @param unzippedSize the length of all its entries in bytes
 * @param entries the number of its files
 */
public record LayerZip(Path file, String codeSha256, long size, long unzippedSize, int entries) {

  /** All of it for the log. */
  public String summary(LayerName layer) {
    return Messages.format(
        "Layer %s: %s, %s, %s zipped, %s unzipped, SHA-256 %s",
        layer,
        file,
        entries == 1 ? "1 entry" : entries + " entries",
        Limits.humanBytes(size),
        Limits.humanBytes(unzippedSize),
        codeSha256);
  }
}
