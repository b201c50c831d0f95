package io.github.lambdalayer.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a file system says of a file, or of what a link leads to.
 *
 * @param size its length in bytes
 * @param modified when it was last modified, in ISO 8601, as exactly as the file system knows
 * @param key what tells it from another file at the same place; null where the system has none
 */
record FileStat(long size, String modified, @Nullable String key) {

  static FileStat of(Path file) throws IOException {
    var attributes = Files.readAttributes(file, BasicFileAttributes.class);
    Object key = attributes.fileKey();
    return new FileStat(
        attributes.size(),
        attributes.lastModifiedTime().toInstant().toString(),
        key == null ? null : key.toString());
  }

  Instant modifiedAt() {
    return Instant.parse(modified);
  }
}
