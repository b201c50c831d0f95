package io.github.lambdalayer.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** What was measured: for each command one sample of each round, in the order of the rounds. */
final class Samples {

  private final Map<String, List<Sample>> byCommand = new LinkedHashMap<>();

  void add(String command, Sample sample) {
    byCommand.computeIfAbsent(command, name -> new ArrayList<>()).add(sample);
  }

  private List<Sample> of(String command) {
    return byCommand.getOrDefault(command, List.of());
  }

  /** The figures of a command; none where it has not run or nothing tells. */
  Optional<Ratio> figures(String command, ToDoubleFunction<Sample> figure) {
    double[] figures = of(command).stream().mapToDouble(figure).toArray();
    return figures.length == 0 || Double.isNaN(figures[0])
        ? Optional.empty()
        : Optional.of(Ratio.of(figures));
  }

  /** How the whole times of two commands compare, round by round. */
  Optional<Ratio> ratio(String command, String base) {
    return together(samples -> samples.get(0).seconds() / samples.get(1).seconds(), command, base);
  }

  /** What samples of several commands, of one round, tell together. */
  @FunctionalInterface
  interface Comparison {
    double of(List<Sample> samples);
  }

  /** What several commands' samples tell together, round by round. */
  Optional<Ratio> together(Comparison comparison, String... commands) {
    List<List<Sample>> columns = Arrays.stream(commands).map(this::of).toList();
    int rounds = columns.stream().mapToInt(List::size).min().orElse(0);
    double[] values =
        IntStream.range(0, rounds)
            .mapToObj(round -> columns.stream().map(column -> column.get(round)).toList())
            .mapToDouble(comparison::of)
            .toArray();
    return rounds == 0 || Double.isNaN(values[0])
        ? Optional.empty()
        : Optional.of(Ratio.of(values));
  }
}
