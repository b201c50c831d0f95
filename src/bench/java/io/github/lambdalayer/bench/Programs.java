package io.github.lambdalayer.bench;

import java.io.File;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What is installed on this machine. */
final class Programs {

  private Programs() {}

  /** A file that is always empty. */
  static File nothing() {
    return new File(File.separatorChar == '\\' ? "NUL" : "/dev/null");
  }

  /** Whether a program is there and ends well. */
  static boolean succeeds(String... command) throws IOException {
    return output(command).isPresent();
  }

  /** What a program says, if it is there and ends well. */
  static Optional<String> output(String... command) throws IOException {
    Process process;
    try {
      process =
          new ProcessBuilder(command)
              .redirectInput(Redirect.from(nothing()))
              .redirectErrorStream(true)
              .start();
    } catch (IOException e) {
      return Optional.empty(); // no such program
    }
    var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      return process.waitFor() == 0 ? Optional.of(text.strip()) : Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("stopped while it looked for " + command[0]);
    }
  }
}
