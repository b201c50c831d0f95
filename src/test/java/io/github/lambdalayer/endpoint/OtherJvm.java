package io.github.lambdalayer.endpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A program in a JVM of its own, which a test can end at any moment. */
public final class OtherJvm {

  private static final int SECONDS = 60;

  private final Path output;
  private final AtomicReference<@Nullable Process> process = new AtomicReference<>();

  /**
   * Starts nothing yet.
   *
   * @param output the file that gets what the program prints
   */
  public OtherJvm(Path output) {
    this.output = output;
  }

  /**
   * Runs a class to its end, whoever makes that.
   *
   * @return its exit status
   */
  public int run(Class<?> main, String... arguments) throws IOException, InterruptedException {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                main.getName()));
    command.addAll(List.of(arguments));
    Process started =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    process.set(started);
    if (!started.waitFor(SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException("the other JVM has not ended: " + output());
    }
    return started.exitValue();
  }

  /** What it has printed. */
  public String output() throws IOException {
    return Files.readString(output);
  }

  /** Ends it at once, as the machine would when it loses its power; returns when it is gone. */
  public void kill() {
    Process running = process.get();
    if (running != null) {
      running.destroyForcibly();
      running.onExit().join();
    }
  }

  /** Asks it to end, as Ctrl-C does; returns when it is gone. */
  public void stop() {
    Process running = process.get();
    if (running != null) {
      running.destroy();
      running.onExit().join();
    }
  }
}
