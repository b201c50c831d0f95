package io.github.lambdalayer.bench;

/**
 * What must be reached.
 *
 * @param id its key among the outcomes
 * @param what what is compared, as the page has it
 * @param limit the most that it may be
 */
record Target(String id, String what, double limit) {

  /** What is counted, not timed: the machine's noise does not show in it. */
  private static final double MARGIN_OF_COUNTS = 1.1;

  /**
   * The most that is no regression.
   *
   * @param margin what is allowed of times, as a factor
   */
  double most(double margin) {
    boolean isCount = id.equals("download") || id.equals("heap-30");
    return limit * (isCount ? Math.min(margin, MARGIN_OF_COUNTS) : margin);
  }
}
