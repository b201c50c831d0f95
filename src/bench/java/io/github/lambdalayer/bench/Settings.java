package io.github.lambdalayer.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * What {@code -Dbench.…} asks for.
 *
 * @param folder where everything is written but what comes from Maven repositories
 * @param repository the local repository that everything is measured with
 * @param maven the home of the Maven that is measured
 * @param pluginVersion the version of this plugin that is in the repository
 * @param parts the parts to run
 * @param inputs the inputs to package
 * @param peers the names of the peers to run; all where it is empty
 * @param rounds how often everything is measured
 * @param isShort whether this is the short form, which fails where a ratio is far off
 * @param margin how many times a target is still no failure in the short form
 * @param update whether to put the figures into {@code docs/benchmark.md}
 */
record Settings(
    Path folder,
    Path repository,
    Path maven,
    String pluginVersion,
    List<String> parts,
    List<Input> inputs,
    List<String> peers,
    int rounds,
    boolean isShort,
    double margin,
    boolean update) {

  private static final List<String> PARTS =
      List.of("package", "publish", "heap", "download", "jmh");

  static Settings ofSystemProperties() {
    boolean isShort = Boolean.getBoolean("bench.short");
    List<String> parts = list("only", isShort ? PARTS.subList(0, 4) : PARTS);
    if (!PARTS.containsAll(parts)) {
      throw new IllegalArgumentException("bench.only is " + parts + ": it can have " + PARTS);
    }
    List<String> inputs = list("inputs", isShort ? List.of("S", "M") : Input.NAMES);
    return new Settings(
        Path.of("target/bench").toAbsolutePath(),
        Path.of(text("repository", "target/local-repo")).toAbsolutePath(),
        Path.of(text("maven", "")),
        text("version", ""),
        parts,
        inputs.stream().map(Input::named).toList(),
        list("peers", isShort ? Peer.OF_SHORT_FORM : List.of()),
        Integer.parseInt(text("rounds", isShort ? "3" : "5")),
        isShort,
        Double.parseDouble(text("margin", "2")),
        Boolean.getBoolean("bench.update"));
  }

  private static List<String> list(String name, List<String> otherwise) {
    String value = text(name, "");
    return value.isEmpty() ? otherwise : Arrays.stream(value.split(",")).map(String::trim).toList();
  }

  private static String text(String name, String otherwise) {
    String value = System.getProperty("bench." + name, "").trim();
    return value.isEmpty() ? otherwise : value;
  }

  /** This plugin, as a command line names it. */
  String plugin() {
    return "io.github.lambdalayer:lambda-layer-maven-plugin:" + pluginVersion;
  }
}
