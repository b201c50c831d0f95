package io.github.lambdalayer.bench;

import io.github.lambdalayer.endpoint.StrictLambdaEndpoint;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The tests' strict endpoint on loopback, in a process of its own. */
final class Endpoint implements AutoCloseable {

  private final Process process;
  private final Path temporary;
  private final String url;

  private Endpoint(Process process, Path temporary, String url) {
    this.process = process;
    this.temporary = temporary;
    this.url = url;
  }

  static Endpoint start(Path folder) throws IOException {
    Path temporary = folder.resolve("endpoint");
    Trees.delete(temporary);
    Files.createDirectories(temporary);
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-Djava.io.tmpdir=" + temporary,
                "-classpath",
                System.getProperty("java.class.path"),
                StrictLambdaEndpoint.class.getName())
            .redirectError(Redirect.INHERIT)
            .start();
    String url = new BufferedReader(process.inputReader(StandardCharsets.UTF_8)).readLine();
    if (url == null) {
      throw new IOException("the endpoint did not start");
    }
    return new Endpoint(process, temporary, url);
  }

  String url() {
    return url;
  }

  /** Gives the disk back what was published: every command has an account of its own. */
  void forgetZips() throws IOException {
    for (Path file : Trees.files(temporary)) {
      Files.delete(file);
    }
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Trees.delete(temporary);
  }
}
