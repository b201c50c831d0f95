package io.github.lambdalayer.output;

import io.github.lambdalayer.endpoint.MotoServer;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Programs of others, which a machine may or may not have. */
final class Programs {

  private Programs() {}

  /** What a program said, and how it ended. */
  record Outcome(int status, String said) {}

  /** Whether there is a cfn-lint whose rules the templates know by their names: those of another may differ. */
  static boolean hasKnownCfnLint() throws IOException {
    return has("cfn-lint")
        && run(Path.of("."), Map.of(), List.of("cfn-lint", "--version"))
            .said()
            .startsWith("cfn-lint 1.");
  }

  static boolean hasTerraform() {
    return has("terraform");
  }

  /** Whether there is somewhere to deploy to, and something to deploy with. */
  static boolean canDeploy() {
    return MotoServer.available() && has("aws");
  }

  private static boolean has(String program) {
    String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
    return Arrays.stream(path.split(File.pathSeparator, -1))
        .filter(folder -> !folder.isEmpty())
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  /** Runs a program to its end; what it says of its own configuration is left out. */
  static Outcome run(Path folder, Map<String, String> environment, List<String> command)
      throws IOException {
    var builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().putAll(environment);
    Path said = Files.createTempFile("said", ".txt");
    Process process = builder.redirectErrorStream(true).redirectOutput(said.toFile()).start();
    try {
      process.getOutputStream().close();
      int status = process.waitFor();
      return new Outcome(status, Files.readString(said, StandardCharsets.UTF_8));
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while " + command + " ran", e);
    } finally {
      Files.delete(said);
    }
  }
}
