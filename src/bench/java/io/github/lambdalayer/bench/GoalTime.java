package io.github.lambdalayer.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long a goal of this plugin took, from the times in Maven's log: from the line that announces it
 * to the next goal's or the result's. The plugin's own class loader is made in between.
 */
final class GoalTime {

  /** Makes Maven 3 and 4 log the time of each line. */
  static final String[] OPTIONS = {
    "-Dorg.slf4j.simpleLogger.showDateTime=true",
    "-Dorg.slf4j.simpleLogger.dateTimeFormat=HH:mm:ss.SSS"
  };

  private static final Pattern RULE =
      Pattern.compile("(\\d\\d:\\d\\d:\\d\\d\\.\\d{3}) \\[INFO\\] ---(.*)");

  private GoalTime() {}

  /** In seconds; NaN where the goal did not run. */
  static double of(Path log) throws IOException {
    LocalTime start = null;
    for (String line : Files.readAllLines(log, StandardCharsets.ISO_8859_1)) {
      Matcher rule = RULE.matcher(line);
      if (rule.matches()) {
        LocalTime time = LocalTime.parse(rule.group(1));
        if (start != null) {
          return seconds(start, time);
        }
        if (rule.group(2).contains(" lambda-layer")) {
          start = time;
        }
      }
    }
    return Double.NaN;
  }

  private static double seconds(LocalTime start, LocalTime end) {
    long millis = Duration.between(start, end).toMillis();
    return Math.floorMod(millis, Duration.ofDays(1).toMillis()) / 1e3;
  }
}
