package io.github.lambdalayer.bench;

import io.github.lambdalayer.layer.AtomicFile;
import io.github.lambdalayer.layer.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The page: written to {@code target/bench/benchmark.md}, and on request into the sections of {@code
 * docs/benchmark.md} that stand between markers. A part that was not run keeps what it has there.
 */
final class Report {

  private static final Path PAGE = Path.of("docs/benchmark.md");

  private final Settings settings;
  private final Targets targets;
  private final Map<String, String> sections = new LinkedHashMap<>();

  Report(Settings settings, Targets targets) {
    this.settings = settings;
    this.targets = targets;
  }

  void add(String part, String text) {
    sections.put(part, Machine.describe(settings) + "\n\n" + text);
  }

  void write() throws IOException {
    sections.put("targets", targets.page());
    var page = new StringBuilder("# Benchmark\n");
    sections.forEach((part, text) -> page.append("\n## ").append(part).append("\n\n").append(text));
    Path file = settings.folder().resolve("benchmark.md");
    AtomicFile.write(file, page.toString());
    Bench.say(page.toString());
    Bench.say("written to " + file);
    if (settings.update()) {
      update();
    }
  }

  private void update() throws IOException {
    String text = Files.readString(PAGE);
    for (Map.Entry<String, String> section : sections.entrySet()) {
      text = replaced(text, section.getKey(), section.getValue());
    }
    Files.writeString(PAGE, text);
  }

  private static String replaced(String page, String part, String text) {
    String begin = "<!-- bench:" + part + " -->\n";
    String end = "<!-- /bench:" + part + " -->";
    int from = page.indexOf(begin);
    int to = page.indexOf(end, Math.max(0, from));
    if (from < 0 || to < 0) {
      throw new IllegalStateException(
          Messages.format("%s has no section between %s and %s", PAGE, begin.strip(), end));
    }
    return page.substring(0, from + begin.length()) + "\n" + text + "\n" + page.substring(to);
  }
}
