package io.github.lambdalayer.bench;

/**
 * One run of a command.
 *
 * @param seconds from the start of its first program to the end of its last
 * @param goalSeconds how long this plugin's goal took of that; NaN where it did not run
 * @param peakMegabytes the most memory that one of its processes held; NaN where nothing tells
 */
record Sample(double seconds, double goalSeconds, double peakMegabytes) {}
