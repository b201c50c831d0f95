package io.github.lambdalayer.bench;

import io.github.lambdalayer.layer.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * The loops that the goals spend their time in, by JMH on the JARs of one input, beside floors.
 *
 * @param settings what was asked for
 */
record InnerLoops(Settings settings) {

  private static final String FLOOR = "FloorBenchmark.copy";

  /** The section of the page. */
  String run() throws IOException {
    Input input = Input.named("M");
    var resolution = new PackageProject(settings, input, Peer.RESOLUTION);
    resolution.write();
    Timer.in(settings.folder().resolve("logs")).run(resolution.preparation());
    List<Path> jars = PackageProject.jars(settings, input);
    Path list = settings.folder().resolve("jars.txt");
    Files.writeString(list, jars.stream().map(Path::toString).collect(Collectors.joining("\n")));
    return text(results(list), PackagePart.InputSize.of(jars));
  }

  private Collection<RunResult> results(Path jars) throws IOException {
    TimeValue second = TimeValue.seconds(1);
    var options =
        new OptionsBuilder()
            .include("io\\.github\\.lambdalayer\\..*Benchmark\\..*")
            .mode(Mode.AverageTime)
            .timeUnit(TimeUnit.MILLISECONDS)
            .forks(1)
            .warmupIterations(3)
            .warmupTime(second)
            .measurementIterations(settings.rounds())
            .measurementTime(second)
            .addProfiler(GCProfiler.class)
            .jvmArgsAppend(
                "-Dbench.jars=" + jars, "-Djava.io.tmpdir=" + settings.folder(), "-Xmx1g")
            .build();
    try {
      return new Runner(options).run();
    } catch (RunnerException e) {
      throw new IOException(e);
    }
  }

  private static String text(Collection<RunResult> results, PackagePart.InputSize size) {
    double floor =
        results.stream()
            .filter(result -> name(result).equals(FLOOR))
            .mapToDouble(InnerLoops::millis)
            .findFirst()
            .orElse(Double.NaN);
    var table = new Table("loop", "divided by a copy", "ms", "heap bytes per byte read");
    results.stream()
        .sorted(Comparator.comparing(InnerLoops::name))
        .forEach(
            result ->
                table.row(
                    name(result),
                    Messages.format("%.2f", millis(result) / floor),
                    Messages.format("%.1f", millis(result)),
                    Messages.format("%.4f", allocated(result) / size.bytes())));
    return Messages.format(
            "All JARs of M (%d, %.1f MB) once, one after the other, by JMH; not paired.%n%n%s",
            size.jars(), size.bytes() / 1e6, table)
        .replace(System.lineSeparator(), "\n");
  }

  private static String name(RunResult result) {
    String benchmark = result.getParams().getBenchmark();
    int method = benchmark.lastIndexOf('.');
    return benchmark.substring(benchmark.lastIndexOf('.', method - 1) + 1);
  }

  private static double millis(RunResult result) {
    return result.getPrimaryResult().getScore();
  }

  @SuppressWarnings("rawtypes") // JMH's own signature
  private static double allocated(RunResult result) {
    return result.getSecondaryResults().entrySet().stream()
        .filter(entry -> entry.getKey().endsWith("gc.alloc.rate.norm"))
        .map(entry -> entry.getValue())
        .mapToDouble(Result::getScore)
        .findFirst()
        .orElse(Double.NaN);
  }
}
