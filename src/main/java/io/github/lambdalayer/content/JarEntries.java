package io.github.lambdalayer.content;

/** How the files in the JARs of a layer stand there. */
public enum JarEntries {
  /** The JARs stay as they are. */
  KEEP,
  /** Deflated entries are stored: classes load faster, and the zip is smaller where it is deflated. */
  REPACK
}
