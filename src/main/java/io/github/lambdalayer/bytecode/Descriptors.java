package io.github.lambdalayer.bytecode;

import io.github.lambdalayer.layer.Messages;

/**
 * Checks descriptors. ASM takes any text for one, and what it makes of a false one later is an exception
 * or no end.
 *
 * @see <a href="https://docs.oracle.com/javase/specs/jvms/se25/html/jvms-4.html#jvms-4.3">descriptors</a>
 */
final class Descriptors {

  private static final String PRIMITIVES = "BCDFIJSZ";
  private static final int MOST_DIMENSIONS = 255;

  private Descriptors() {}

  /**
   * Refuses what is no descriptor of a field.
   *
   * @throws IllegalArgumentException if it is none
   */
  static void requireField(String descriptor) {
    require(endOfType(descriptor, 0) == descriptor.length(), descriptor);
  }

  /**
   * Refuses what is no descriptor of a method.
   *
   * @throws IllegalArgumentException if it is none
   */
  static void requireMethod(String descriptor) {
    require(descriptor.startsWith("("), descriptor);
    int at = 1;
    while (at < descriptor.length() && descriptor.charAt(at) != ')') {
      at = endOfType(descriptor, at);
    }
    boolean isReturned =
        descriptor.startsWith(")V", at)
            ? at + 2 == descriptor.length()
            : endOfType(descriptor, at + 1) == descriptor.length();
    require(isReturned, descriptor);
  }

  /** Where the type that begins there is over. */
  private static int endOfType(String descriptor, int start) {
    int at = start;
    while (at < descriptor.length() && descriptor.charAt(at) == '[') {
      at++;
    }
    require(at < descriptor.length() && at - start <= MOST_DIMENSIONS, descriptor);
    if (PRIMITIVES.indexOf(descriptor.charAt(at)) >= 0) {
      return at + 1;
    }
    int end = descriptor.indexOf(';', at);
    require(descriptor.charAt(at) == 'L' && end > at + 1, descriptor);
    for (int i = at + 1; i < end; i++) {
      require(descriptor.charAt(i) != '[' && descriptor.charAt(i) != '.', descriptor);
    }
    return end + 1;
  }

  private static void require(boolean isTrue, String descriptor) {
    if (!isTrue) {
      throw new IllegalArgumentException(Messages.format("'%s' is no descriptor", descriptor));
    }
  }
}
