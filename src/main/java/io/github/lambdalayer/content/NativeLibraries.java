package io.github.lambdalayer.content;

/** What becomes of the native code that JARs carry for many systems. */
public enum NativeLibraries {
  /** The JARs stay as they are. */
  KEEP,
  /** What the layer's architectures cannot load is left out of the JARs. */
  STRIP
}
