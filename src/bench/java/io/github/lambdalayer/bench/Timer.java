package io.github.lambdalayer.bench;

import io.github.lambdalayer.layer.Messages;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Runs commands as whole processes and measures them.
 *
 * @param folder where their logs go
 * @param knowsMemory whether GNU time tells the memory that a process held at most
 * @param canSync whether data that is still to be written can be written before the clock starts
 */
record Timer(Path folder, boolean knowsMemory, boolean canSync) {

  private static final String TIME = "/usr/bin/time";

  /** What could change a Maven or Java that is measured, and belongs to the one that runs this. */
  private static final List<String> OTHERS =
      List.of(
          "MAVEN_OPTS",
          "MAVEN_ARGS",
          "MAVEN_BASEDIR",
          "MAVEN_PROJECTBASEDIR",
          "MAVEN_CMD_LINE_ARGS",
          "MAVEN_CONFIG",
          "JAVA_TOOL_OPTIONS");

  static Timer in(Path folder) throws IOException {
    Files.createDirectories(folder);
    return new Timer(
        folder,
        Programs.succeeds(TIME, "-f", "%M", "-o", folder.resolve("try").toString(), "true"),
        Programs.succeeds("sync"));
  }

  Sample run(Command command) throws IOException {
    for (Path path : command.removed()) {
      Trees.delete(path);
    }
    if (canSync) {
      Programs.succeeds("sync");
    }
    Path log = log(command.name());
    Files.deleteIfExists(log);
    Path memory = folder.resolve(command.name() + ".memory");
    Files.deleteIfExists(memory);
    long start = System.nanoTime();
    for (List<String> step : command.steps()) {
      run(command, knowsMemory ? withMemory(step, memory) : step, log);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    return new Sample(seconds, GoalTime.of(log), knowsMemory ? megabytes(memory) : Double.NaN);
  }

  Path log(String name) {
    return folder.resolve(name + ".log");
  }

  private static List<String> withMemory(List<String> step, Path memory) {
    var all = new ArrayList<>(List.of(TIME, "-f", "%M", "-a", "-o", memory.toString()));
    all.addAll(step);
    return all;
  }

  /** The most that one of the steps held, which stands in kilobytes, a line for each. */
  private static double megabytes(Path memory) throws IOException {
    return Files.readAllLines(memory).stream().mapToLong(Long::parseLong).max().orElse(0)
        * 1024
        / 1e6;
  }

  private static void run(Command command, List<String> step, Path log) throws IOException {
    var builder =
        new ProcessBuilder(step)
            .directory(command.folder().toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .redirectInput(ProcessBuilder.Redirect.from(Programs.nothing()));
    Map<String, String> environment = builder.environment();
    OTHERS.forEach(environment::remove);
    environment.putAll(command.environment());
    int status = wait(builder.start());
    if (status != 0) {
      List<String> lines = Files.readAllLines(log, StandardCharsets.ISO_8859_1);
      throw new IOException(
          Messages.format(
              "%s ended with %d; the end of %s:%n%s",
              String.join(" ", step.subList(0, Math.min(step.size(), 12))),
              status,
              log,
              String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()))));
    }
  }

  private static int wait(Process process) throws IOException {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("stopped while a command was measured");
    }
  }
}
