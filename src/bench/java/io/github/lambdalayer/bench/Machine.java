package io.github.lambdalayer.bench;

import io.github.lambdalayer.layer.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** What was measured on, without a name of any machine. */
final class Machine {

  private static final Path PROCESSOR = Path.of("/proc/cpuinfo");

  private Machine() {}

  static String describe(Settings settings) {
    return Messages.format(
        "Measured on %s: %d cores%s, %s, JDK %s, %s; median of %d rounds (smallest–largest).",
        LocalDate.now(ZoneOffset.UTC),
        Runtime.getRuntime().availableProcessors(),
        hashing(),
        System.getProperty("os.name"),
        Runtime.version().feature(),
        maven(settings).orElse("Maven"),
        settings.rounds());
  }

  /** SHA-256 is five times as fast on some processors, for programs that know. */
  private static String hashing() {
    try {
      if (!Files.exists(PROCESSOR)) {
        return "";
      }
      return Files.readString(PROCESSOR).contains("sha_ni")
          ? " with instructions for SHA-256"
          : " without instructions for SHA-256";
    } catch (IOException e) {
      return "";
    }
  }

  private static Optional<String> maven(Settings settings) {
    try {
      return Programs.output(
              new Maven(settings.maven(), settings.repository())
                  .online("--version")
                  .toArray(String[]::new))
          .flatMap(text -> text.lines().filter(line -> line.contains("Apache Maven")).findFirst())
          .map(line -> line.replaceAll(".*(Apache Maven [\\w.-]+).*", "$1"));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
