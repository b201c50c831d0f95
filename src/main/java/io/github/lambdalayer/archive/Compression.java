package io.github.lambdalayer.archive;

/** How the files of a layer stand in its zip. */
public enum Compression {
  /**
   * Stored, but for a zip that is too large to be sent to Lambda inline, and would not be if it were
   * deflated.
   */
  AUTO,
  /** As they are: JARs are deflated already. */
  STORE,
  /** Deflated, each that becomes smaller by it. Other builds of the JDK can make other bytes of it. */
  DEFLATE
}
