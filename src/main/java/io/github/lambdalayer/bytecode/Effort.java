package io.github.lambdalayer.bytecode;

/**
 * How much work a class may make. A few kilobytes that no compiler writes could ask for hours: constants
 * made of constants, or thousands of exception handlers around each instruction.
 */
final class Effort {

  /** No class of the libraries that everybody knows comes near: none of them is passed over. */
  private static final long MOST = 4_000_000;

  private long spent;

  /**
   * Counts work.
   *
   * @param steps how much, 0 or more
   * @throws IllegalArgumentException if it is too much for one class
   */
  void spend(int steps) {
    spent += steps;
    if (spent > MOST) {
      throw new IllegalArgumentException("the class asks for too much work");
    }
  }
}
