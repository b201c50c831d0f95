package io.github.lambdalayer.bytecode;

/**
 * A class that nobody has.
 *
 * @param name the class, as {@code com.example.Library}
 * @param chain how the function needs it
 */
public record MissingClass(String name, Chain chain) {

  /** Its package; empty for the unnamed one. */
  public String packageName() {
    return name.substring(0, Math.max(0, name.lastIndexOf('.')));
  }
}
