package io.github.lambdalayer.content;

/**
 * What became of a JAR that was to be written again with stored entries.
 *
 * @param path its place in the layer
 * @param isDone whether that was done; not where it is a zip of an unusual kind (Zip64, say), or would be
 *     larger than a layer can be
 * @param addedBytes by how many bytes the JAR is larger
 */
public record RepackedJar(String path, boolean isDone, long addedBytes) {}
