package io.github.lambdalayer.bench;

import io.github.lambdalayer.bench.PackagePart.InputSize;
import io.github.lambdalayer.layer.Messages;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * What the page says of building a layer.
 *
 * @param inputs the columns
 * @param peers those that ran
 * @param missing those that were to run and are not installed
 * @param samples what was measured
 * @param sizes of the inputs, by their names
 */
record PackagePage(
    List<Input> inputs,
    Set<Peer> peers,
    Set<Peer> missing,
    Samples samples,
    Map<String, InputSize> sizes) {

  private static final String NONE = "–";

  void reached(Targets targets) throws IOException {
    for (Input input : inputs) {
      for (Peer peer : List.of(Peer.RESOLUTION, Peer.ASSEMBLY, Peer.ZIP_STORED)) {
        targets.reached(peer.id() + "-" + input.name(), against(input, peer));
      }
      targets.reached(
          "again-" + input.name(), samples.ratio(Peer.AGAIN.of(input), Peer.RESOLUTION.of(input)));
      targets.reached("goal-" + input.name(), goal(input, Peer.CAT));
    }
    targets.reached("XL", perByte(Sample::seconds));
  }

  String text() {
    var text = new StringBuilder();
    text.append(wholeRuns().below("This plugin's whole run, divided by that of"));
    text.append(
        again().below("Where nothing has changed since, its whole run, divided by that of"));
    text.append(goals().below("The goal's own work, divided by"));
    text.append(
        orientation()
            .below("For orientation only, medians: seconds, and the most memory of one process."));
    if (!missing.isEmpty()) {
      text.append("Not measured, for it is not installed: ");
      text.append(missing.stream().map(Peer::title).collect(Collectors.joining(", ")))
          .append(".\n");
    }
    return text.toString().strip() + "\n";
  }

  private Optional<Ratio> against(Input input, Peer peer) {
    return samples.ratio(Peer.PLUGIN.of(input), peer.of(input));
  }

  private Optional<Ratio> goal(Input input, Peer floor) {
    return samples.together(
        of -> of.get(0).goalSeconds() / of.get(1).seconds(),
        Peer.PLUGIN.of(input),
        floor.of(input));
  }

  /** Without what Maven takes to make the plugin's class loader, as a run shows that skips the goal. */
  private Optional<Ratio> bareGoal(Input input, Peer floor) {
    return samples.together(
        of -> (of.get(0).goalSeconds() - of.get(2).goalSeconds()) / of.get(1).seconds(),
        Peer.PLUGIN.of(input),
        floor.of(input),
        Peer.SKIPPED.of(input));
  }

  private Optional<Ratio> perByte(ToDoubleFunction<Sample> figure) {
    InputSize xl = sizes.get("XL");
    InputSize l = sizes.get("L");
    if (xl == null || l == null) {
      return Optional.empty();
    }
    return samples.together(
        of ->
            figure.applyAsDouble(of.get(0))
                / figure.applyAsDouble(of.get(1))
                * l.bytes()
                / xl.bytes(),
        Peer.PLUGIN.of("XL"),
        Peer.PLUGIN.of("L"));
  }

  private Table wholeRuns() {
    Table table = table();
    for (Peer peer : peers) {
      if (peer.hasProject() && peer != Peer.PLUGIN) {
        row(table, peer.title(), input -> against(input, peer).map(Ratio::toString));
      }
    }
    perByte(Sample::seconds)
        .ifPresent(ratio -> table.row(lastCell("its own on L, per byte", ratio.toString())));
    return table;
  }

  private Table again() {
    Table table = table();
    for (Peer peer : List.of(Peer.VALIDATE, Peer.RESOLUTION, Peer.SKIPPED)) {
      row(
          table,
          peer.title(),
          input -> samples.ratio(Peer.AGAIN.of(input), peer.of(input)).map(Ratio::toString));
    }
    return table;
  }

  private Table goals() {
    Table table = table();
    for (Peer peer : List.of(Peer.CAT, Peer.OPENSSL)) {
      row(table, peer.title() + " of the JARs", input -> goal(input, peer).map(Ratio::toString));
      row(
          table,
          "the same, without the start of the plugin",
          input -> bareGoal(input, peer).map(Ratio::toString));
    }
    perByte(Sample::goalSeconds)
        .ifPresent(ratio -> table.row(lastCell("its own on L, per byte", ratio.toString())));
    return table;
  }

  private Table orientation() {
    Table table = table();
    for (Peer peer : peers) {
      row(table, peer.title(), input -> figures(peer.of(input)));
    }
    row(
        table,
        "the goal's own work",
        input ->
            samples
                .figures(Peer.PLUGIN.of(input), Sample::goalSeconds)
                .map(goal -> Messages.format("%.2f s", goal.median())));
    return table;
  }

  private Optional<String> figures(String command) {
    return samples
        .figures(command, Sample::seconds)
        .map(
            seconds ->
                Messages.format("%.2f s", seconds.median())
                    + samples
                        .figures(command, Sample::peakMegabytes)
                        .map(memory -> Messages.format(", %.0f MB", memory.median()))
                        .orElse(""));
  }

  private Table table() {
    var head = new ArrayList<>(List.of(""));
    for (Input input : inputs) {
      InputSize size = sizes.getOrDefault(input.name(), new InputSize(0, 0));
      head.add(
          Messages.format("%s: %d JARs, %.1f MB", input.name(), size.jars(), size.bytes() / 1e6));
    }
    return new Table(head);
  }

  private void row(Table table, String title, Function<Input, Optional<String>> cell) {
    List<Optional<String>> values = inputs.stream().map(cell).toList();
    if (values.stream().anyMatch(Optional::isPresent)) {
      var cells = new ArrayList<>(List.of(title));
      values.forEach(value -> cells.add(value.orElse(NONE)));
      table.row(cells);
    }
  }

  private List<String> lastCell(String title, String value) {
    var cells = new ArrayList<>(List.of(title));
    inputs.forEach(input -> cells.add(input.name().equals("XL") ? value : ""));
    return cells;
  }
}
