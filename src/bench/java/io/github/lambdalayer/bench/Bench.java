package io.github.lambdalayer.bench;

import io.github.lambdalayer.layer.Messages;
import java.io.IOException;
import java.util.List;

/** Runs the benchmark: {@code mvn -Pbench verify} does. */
public final class Bench {

  private Bench() {}

  /** Ends with 1 where the short form finds a ratio that is far off. */
  public static void main(String[] arguments) throws IOException {
    Settings settings = Settings.ofSystemProperties();
    Targets targets = Targets.in(settings.folder());
    var report = new Report(settings, targets);
    for (String part : settings.parts()) {
      say("--- " + part);
      report.add(part, run(part, settings, targets));
    }
    report.write();
    List<String> farOff = settings.isShort() ? targets.farOff(settings.margin()) : List.of();
    farOff.forEach(line -> say("FAR OFF: " + line));
    if (!farOff.isEmpty()) {
      System.exit(1);
    }
  }

  private static String run(String part, Settings settings, Targets targets) throws IOException {
    return switch (part) {
      case "package" -> new PackagePart(settings, targets).run();
      case "publish" -> new PublishPart(settings, targets).run();
      case "heap" -> new HeapPart(settings, targets).run();
      case "download" -> new DownloadPart(settings, targets).run();
      case "jmh" -> new InnerLoops(settings).run();
      default -> throw new IllegalArgumentException(Messages.format("no part is '%s'", part));
    };
  }

  /** For who waits. */
  static void say(String line) {
    System.out.println(line);
  }
}
