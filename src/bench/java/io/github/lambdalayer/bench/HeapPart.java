package io.github.lambdalayer.bench;

import io.github.lambdalayer.layer.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much heap publishing takes: the most that is in use after a collection, in a Maven with a small
 * heap that collects often, beyond what the same run holds that skips the goal.
 *
 * @param settings what was asked for
 * @param targets what must be reached
 * @param timer runs the commands
 * @param layer what is published
 */
record HeapPart(Settings settings, Targets targets, Timer timer, PublishProject layer) {

  private static final Pattern COLLECTION = Pattern.compile("\\d+[KM]->(\\d+)([KM])\\(");

  String run(Endpoint endpoint) throws IOException {
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
    String jvm = "-Xmx96m -Xmn8m -XX:+UseSerialGC -Xlog:gc:file=" + log;
    timer.run(layer.publish(endpoint.url(), regions, jvm, options));
    endpoint.forgetZips();
    double peak = 0;
    for (String line : Files.readAllLines(log)) {
      Matcher collection = COLLECTION.matcher(line);
      if (collection.find()) {
        double unit = collection.group(2).equals("K") ? 1024 : 1024 * 1024;
        peak = Math.max(peak, Long.parseLong(collection.group(1)) * unit / 1e6);
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
