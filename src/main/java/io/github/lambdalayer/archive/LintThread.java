package io.github.lambdalayer.archive;

import io.github.lambdalayer.layer.Parallel;
import io.github.lambdalayer.lint.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks for findings while something else is done. */
final class LintThread implements AutoCloseable {

  /** What is done. */
  interface Lint {

    /** The findings. */
    List<Finding> find() throws IOException;
  }

  private final Lint lint;
  private final Thread thread = new Thread(this::run, "lambda-layer-lint");
  private List<Finding> findings = List.of();
  private @Nullable Throwable failure;

  LintThread(Lint lint) {
    this.lint = lint;
    thread.setDaemon(true);
    thread.setContextClassLoader(Thread.currentThread().getContextClassLoader());
    thread.start();
  }

  private void run() {
    try {
      findings = lint.find();
    } catch (IOException | RuntimeException | Error e) {
      // Whoever waits for the findings throws it.
      failure = e;
    }
  }

  /**
   * The findings, as soon as all has been looked at.
   *
   * @throws UncheckedIOException if a file could not be looked at
   */
  List<Finding> findings() {
    Parallel.join(thread);
    try {
      Parallel.refuse(failure);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return findings;
  }

  @Override
  public void close() {
    Parallel.join(thread);
  }
}
