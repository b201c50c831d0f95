package io.github.lambdalayer.bench;

import io.github.lambdalayer.layer.Messages;
import java.util.stream.DoubleStream;

/**
 * A figure of paired runs: what it was in each round, sorted.
 *
 * @param median the one in the middle
 * @param min the smallest
 * @param max the largest
 */
record Ratio(double median, double min, double max) {

  static Ratio of(double... rounds) {
    double[] sorted = DoubleStream.of(rounds).sorted().toArray();
    int middle = sorted.length / 2;
    double median =
        sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    return new Ratio(median, sorted[0], sorted[sorted.length - 1]);
  }

  @Override
  public String toString() {
    String middle = Messages.format("%.2f", median);
    return min == max ? middle : Messages.format("%s (%.2f–%.2f)", middle, min, max);
  }
}
