package io.github.lambdalayer.bench;

import io.github.lambdalayer.layer.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much heap publishing takes: the most that is in use after a collection, in a Maven that collects
 * often, beyond what the same run holds that skips the goal.
 *
 */
final class HeapPart {

  /** A collection of all that is dead, ten times a second, and what is left after each. */
  private static final String JVM =
      "-Xmx96m -XX:+UseG1GC -XX:G1PeriodicGCInterval=100 -XX:-G1PeriodicGCInvokesConcurrent"
          + " -Xlog:gc+heap=debug:file=";

  private static final Pattern AFTER = Pattern.compile("Heap after GC .*\\(full (\\d+)\\)");
  private static final Pattern USED = Pattern.compile("used (\\d+)K");

  private final Settings settings;
  private final Targets targets;
  private final Timer timer;
  private final PublishProject layer;

  HeapPart(Settings settings, Targets targets) throws IOException {
    this.settings = settings;
    this.targets = targets;
    this.timer = Timer.in(settings.folder().resolve("logs"));
    this.layer =
        new PublishProject(settings, "heap", PublishPart.LARGE, new AtomicLong(200_000_000_000L));
  }

  /** The section of the page. */
  String run() throws IOException {
    layer.write();
    timer.run(layer.preparation());
    try (var endpoint = Endpoint.start(settings.folder())) {
      return measured(endpoint);
    }
  }

  private String measured(Endpoint endpoint) throws IOException {
    int rounds = Math.min(3, settings.rounds());
    int[] regions = {1, 30};
    var skipped = new double[rounds];
    var used = new double[regions.length][rounds];
    for (int round = 0; round < rounds; round++) {
      skipped[round] = peak(endpoint, 1, "-DlambdaLayer.skipPublish");
      for (int at = 0; at < regions.length; at++) {
        used[at][round] = peak(endpoint, regions[at]);
      }
      Bench.say(Messages.format("heap, round %d of %d", round + 1, rounds));
    }
    Ratio one = minus(used[0], skipped);
    Ratio thirty = minus(used[1], skipped);
    Ratio compared = Ratio.of(divided(used[1], used[0], skipped));
    targets.reached("heap", Optional.of(compared));
    targets.reached("heap-30", Optional.of(thirty));
    return text(Ratio.of(skipped), one, thirty, compared);
  }

  private double peak(Endpoint endpoint, int regions, String... options) throws IOException {
    Path log = settings.folder().resolve("logs").resolve("gc.log");
    Files.deleteIfExists(log);
    timer.run(layer.publish(endpoint.url(), regions, JVM + log, options));
    endpoint.forgetZips();
    return peak(Files.readAllLines(log));
  }

  /** After a young collection some of what is dead is still there. */
  private static double peak(List<String> log) {
    double peak = 0;
    int full = 0;
    boolean isFull = false;
    for (String line : log) {
      Matcher after = AFTER.matcher(line);
      Matcher used = USED.matcher(line);
      if (after.find()) {
        isFull = Integer.parseInt(after.group(1)) > full;
        full = Integer.parseInt(after.group(1));
      } else if (isFull && used.find()) {
        peak = Math.max(peak, Long.parseLong(used.group(1)) * 1024 / 1e6);
        isFull = false;
      }
    }
    return peak;
  }

  private static Ratio minus(double[] used, double[] skipped) {
    var extra = new double[used.length];
    for (int round = 0; round < used.length; round++) {
      extra[round] = used[round] - skipped[round];
    }
    return Ratio.of(extra);
  }

  private static double[] divided(double[] thirty, double[] one, double[] skipped) {
    var ratios = new double[thirty.length];
    for (int round = 0; round < thirty.length; round++) {
      ratios[round] = (thirty[round] - skipped[round]) / (one[round] - skipped[round]);
    }
    return ratios;
  }

  private static String text(Ratio skipped, Ratio one, Ratio thirty, Ratio compared) {
    var table = new Table("heap after a collection, at most", "MB");
    table.row("the goal is skipped", skipped.toString());
    table.row("48 MB to 1 region, beyond that", one.toString());
    table.row("48 MB to 30 regions, beyond that", thirty.toString());
    table.row("30 regions : 1 region", compared.toString());
    return table.toString();
  }
}
