package io.github.lambdalayer.bytecode;

import java.nio.file.Path;

/**
 * A JAR of a class path, or the classes at the root of a function's archive.
 *
 * @param path its path in the archive or the layer, {@code java/lib/a-1.0.jar}; empty for the archive
 *     itself, which Lambda unpacks into a folder
 * @param owner the archive or the layer that it is in, for people
 * @param file a JAR on disk with the classes
 */
public record CodeJar(String path, String owner, Path file) {

  /** Versions of a class for newer Java releases count in JARs, and not in folders. */
  boolean canBeMultiRelease() {
    return !path.isEmpty();
  }
}
