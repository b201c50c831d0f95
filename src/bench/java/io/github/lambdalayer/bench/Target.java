package io.github.lambdalayer.bench;

/**
 * What must be reached.
 *
 * @param id its key among the outcomes
 * @param what what is compared, as the page has it
 * @param limit the most that it may be
 */
record Target(String id, String what, double limit) {}
