package io.github.lambdalayer.bench;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.reflect.TypeToken;
import io.github.lambdalayer.layer.AtomicFile;
import io.github.lambdalayer.layer.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What must be reached, and what was: also by earlier runs that ran other parts. */
final class Targets {

  private static final Gson JSON = new GsonBuilder().setPrettyPrinting().create();

  private static final List<Target> ALL =
      Stream.of(
              each("resolution", "whole run : dependency resolution alone", 1.25, 1.2, 1.3),
              Stream.of(
                  new Target(
                      "goal-L", "the goal's own work : `cat` + `sha256sum` of the JARs, L", 1.5)),
              each("assembly", "whole run : maven-assembly-plugin", 0.7, 0.5, 0.35),
              each("zip-0", "whole run : copy-dependencies + `zip -0`", 0.8, 0.75, 0.65),
              each("again", "nothing changed : dependency resolution alone", 1.05, 1.05, 1.05),
              Stream.of(
                  new Target("XL", "XL : L, whole run, per byte", 1.5),
                  new Target("publish-8", "publish to 8 regions : AWS CLI loop", 0.2),
                  new Target("publish-30", "publish to 30 regions : AWS CLI loop", 0.12),
                  new Target("heap", "extra heap for 30 regions : for 1", 1.5),
                  new Target("heap-30", "extra heap for 30 regions, MB", 32),
                  new Target("deploy", "`deploy` minus `package` : two calls of the AWS CLI", 0.9),
                  new Target("download", "download of plugin and dependencies, MB", 18)))
          .flatMap(targets -> targets)
          .toList();

  private final Path file;
  private final Map<String, Ratio> reached;
  private final List<String> fresh = new ArrayList<>();

  private Targets(Path file, Map<String, Ratio> reached) {
    this.file = file;
    this.reached = reached;
  }

  private static Stream<Target> each(String id, String what, double s, double m, double l) {
    return Stream.of(
        new Target(id + "-S", what + ", S", s),
        new Target(id + "-M", what + ", M", m),
        new Target(id + "-L", what + ", L", l));
  }

  /** With what earlier runs have left in a folder. */
  static Targets in(Path folder) throws IOException {
    Path file = folder.resolve("reached.json");
    Map<String, Ratio> reached = new TreeMap<>();
    if (Files.exists(file)) {
      reached.putAll(JSON.fromJson(Files.readString(file), new TypeToken<Map<String, Ratio>>() {}));
    }
    return new Targets(file, reached);
  }

  /** Writes down what was reached, where it was measured. */
  void reached(String id, Optional<Ratio> ratio) throws IOException {
    if (ratio.isPresent()) {
      reached.put(id, ratio.get());
      fresh.add(id);
      AtomicFile.write(file, JSON.toJson(reached));
    }
  }

  String page() {
    var table = new Table("what", "at most", "reached", "");
    for (Target target : ALL) {
      Optional<Ratio> ratio = Optional.ofNullable(reached.get(target.id()));
      table.row(
          target.what(),
          Messages.format("%s", number(target.limit())),
          ratio.map(Ratio::toString).orElse("not measured"),
          ratio.map(value -> verdict(target, value)).orElse(""));
    }
    return table.toString();
  }

  private static String verdict(Target target, Ratio ratio) {
    return ratio.median() <= target.limit()
        ? "yes"
        : Messages.format("**no**, %.0f %% above", (ratio.median() / target.limit() - 1) * 100);
  }

  private static String number(double limit) {
    return limit == Math.rint(limit) ? Messages.format("%.0f", limit) : Double.toString(limit);
  }

  /** What this run measured and found further off than the margin allows. */
  List<String> farOff(double margin) {
    return ALL.stream()
        .filter(target -> fresh.contains(target.id()))
        // What is no number is no success either.
        .filter(target -> !(median(target) <= target.most(margin)))
        .map(
            target ->
                Messages.format(
                    "%s is %.2f: %s is wanted, and more than %.2f is a regression",
                    target.what(), median(target), number(target.limit()), target.most(margin)))
        .toList();
  }

  private double median(Target target) {
    Ratio ratio = reached.get(target.id());
    return ratio == null ? Double.NaN : ratio.median();
  }
}
