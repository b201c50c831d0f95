package io.github.lambdalayer.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Works on many things at a time, and gives the results in their order. */
public final class Workers implements AutoCloseable {

  private final ExecutorService executor;

  /**
   * Begins.
   *
   * @param threads how many things are worked on at a time
   */
  public Workers(int threads) {
    this.executor = Executors.newFixedThreadPool(threads, threads());
  }

  private static ThreadFactory threads() {
    var number = new AtomicInteger();
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    return work -> {
      var thread = new Thread(work, "lambda-layer-" + number.incrementAndGet());
      thread.setContextClassLoader(loader);
      // A build that is stopped does not wait for AWS.
      thread.setDaemon(true);
      return thread;
    };
  }

  /** Does the work for each item; what one of them throws is thrown when all are done. */
  public <T, R> List<R> all(List<T> items, Function<T, R> work) {
    var futures = new ArrayList<Future<R>>();
    for (T item : items) {
      futures.add(executor.submit((Callable<R>) () -> work.apply(item)));
    }
    var results = new ArrayList<R>();
    var failures = new ArrayList<Throwable>();
    for (Future<R> future : futures) {
      try {
        results.add(future.get());
      } catch (InterruptedException e) {
        executor.shutdownNow();
        Thread.currentThread().interrupt();
        throw new IllegalStateException("The build was interrupted.", e);
      } catch (ExecutionException e) {
        failures.add(e.getCause());
      }
    }
    refuse(failures);
    return results;
  }

  private static void refuse(List<Throwable> failures) {
    if (failures.isEmpty()) {
      return;
    }
    Throwable first = failures.get(0);
    failures.stream().skip(1).filter(other -> other != first).forEach(first::addSuppressed);
    if (first instanceof Error error) {
      throw error;
    }
    throw first instanceof RuntimeException cause ? cause : new IllegalStateException(first);
  }

  @Override
  public void close() {
    executor.shutdown();
  }
}
