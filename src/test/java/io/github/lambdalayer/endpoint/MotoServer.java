package io.github.lambdalayer.endpoint;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Moto's AWS server as a child process on loopback, for what the strict endpoint does not hold. */
public final class MotoServer implements AutoCloseable {
  private static final Duration START_TIMEOUT = Duration.ofSeconds(60);
  private static final int LAST_LINES = 10;

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private final Thread hook = new Thread(this::end, "moto-server-end");
  private final Process process;
  private final Path log;
  private final int port;

  private MotoServer(Path executable) throws IOException {
    port = freePort();
    log = Files.createTempFile("moto-server", ".log");
    process = process(executable);
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Whether {@code moto_server} is on the PATH. */
  public static boolean available() {
    return executable().isPresent();
  }

  /**
   * Starts the server on a free port and waits until it answers.
   *
   * @throws IllegalStateException where it is not on the PATH, ends at once or does not answer
   */
  public static MotoServer start() {
    Path executable =
        executable()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "moto_server is not on the PATH: pip install 'moto[server]'"));
    try {
      MotoServer server = new MotoServer(executable);
      server.awaitAnswer();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException("moto_server cannot be started", e);
    }
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** Forgets all that was stored. */
  public void reset() {
    HttpRequest request =
        HttpRequest.newBuilder(uri().resolve("/moto-api/reset"))
            .POST(HttpRequest.BodyPublishers.noBody())
            .timeout(Duration.ofSeconds(10))
            .build();
    int status = status(request).orElseThrow(() -> new IllegalStateException(failure("is silent")));
    if (status != 200) {
      throw new IllegalStateException(failure("answered the reset with " + status));
    }
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      return; // the JVM is going down, and the hook does the work
    }
    end();
  }

  private Process process(Path executable) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(executable.toString(), "-H", "127.0.0.1", "-p", Integer.toString(port));
    builder.environment().put("MOTO_IAM_LOAD_MANAGED_POLICIES", "false");
    return builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
  }

  private void awaitAnswer() {
    HttpRequest request =
        HttpRequest.newBuilder(uri().resolve("/moto-api/data.json"))
            .timeout(Duration.ofSeconds(2))
            .build();
    Instant deadline = Instant.now().plus(START_TIMEOUT);
    while (!status(request).equals(Optional.of(200))) {
      if (!process.isAlive()) {
        throw failed("ended with exit status " + process.exitValue());
      }
      if (Instant.now().isAfter(deadline)) {
        throw failed("did not answer within " + START_TIMEOUT.toSeconds() + " s");
      }
      pause();
    }
  }

  private Optional<Integer> status(HttpRequest request) {
    try {
      return Optional.of(client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode());
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private void pause() {
    try {
      process.waitFor(100, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private IllegalStateException interrupted(InterruptedException cause) {
    close();
    Thread.currentThread().interrupt();
    return new IllegalStateException("Interrupted while waiting for moto_server", cause);
  }

  private IllegalStateException failed(String what) {
    String message = failure(what);
    close();
    return new IllegalStateException(message);
  }

  private String failure(String what) {
    try {
      List<String> lines =
          new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines().toList();
      List<String> last = lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
      return "moto_server " + what + ". It last said:\n" + String.join("\n", last);
    } catch (IOException e) {
      return "moto_server " + what + ", and its output cannot be read: " + e.getMessage();
    }
  }

  /** A wrapper such as a pyenv shim may have the server itself as its child. */
  private void end() {
    List<ProcessHandle> all = process.descendants().toList();
    all.forEach(ProcessHandle::destroy);
    process.destroy();
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      all.forEach(ProcessHandle::destroyForcibly);
      Files.deleteIfExists(log);
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Path> executable() {
    String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
    return Arrays.stream(path.split(File.pathSeparator, -1))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, "moto_server"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, Loopback.address())) {
      return socket.getLocalPort();
    }
  }
}
