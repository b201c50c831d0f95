package io.github.lambdalayer.content;

/**
 * What became of a JAR with native code that the layer's architectures cannot load.
 *
 * @param path its place in the layer
 * @param outcome whether that was left out
 * @param files how many files that is
 * @param savedBytes by how many bytes the JAR is smaller; 0 where it was left alone
 */
public record StrippedJar(String path, Outcome outcome, int files, long savedBytes) {

  /** Whether the JAR was stripped. */
  public enum Outcome {
    /** It was. */
    STRIPPED,
    /** It is signed, and stays as it is. */
    SIGNED,
    /** It is a zip of an unusual kind (Zip64, say), and stays as it is. */
    UNUSUAL
  }
}
