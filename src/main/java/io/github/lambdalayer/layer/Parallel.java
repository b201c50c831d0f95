package io.github.lambdalayer.layer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Work on many files at once, as far as this machine has processors. What comes of it does not depend on
 * their number: results are in the order of the items, and of several failures the first in that order is
 * thrown.
 */
public final class Parallel {

  /** Each has buffers of its own, and a disk is not faster for more. */
  private static final int MOST_THREADS = 8;

  /** Work on one item. */
  @FunctionalInterface
  public interface Work<T, R> {

    /** Does it. */
    R of(T item) throws IOException;
  }

  private Parallel() {}

  /** Does the work for every item, in about their order, and returns the results in exactly that. */
  public static <T, R> List<R> map(List<T> items, Work<? super T, ? extends R> work)
      throws IOException {
    int threads = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
    return new Run<T, R>(items, work).run(Math.min(threads, items.size()));
  }

  /**
   * Waits for the end of a thread that works on a file, also where the build is interrupted meanwhile: what
   * a thread still reads cannot be deleted everywhere.
   */
  public static void join(Thread thread) {
    boolean isInterrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        isInterrupted = true;
      }
    }
    if (isInterrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Throws what has gone wrong in another thread, as it is; nothing where that is null. */
  public static void refuse(@Nullable Throwable failure) throws IOException {
    if (failure instanceof IOException io) {
      throw io;
    }
    if (failure instanceof RuntimeException unchecked) {
      throw unchecked;
    }
    if (failure instanceof Error error) {
      throw error;
    }
  }

  private static final class Run<T, R> {

    private final List<T> items;
    private final Work<? super T, ? extends R> work;
    private final List<@Nullable R> results;
    private final List<@Nullable Throwable> failures;
    private final AtomicInteger next = new AtomicInteger();

    Run(List<T> items, Work<? super T, ? extends R> work) {
      this.items = items;
      this.work = work;
      this.results = new ArrayList<>(Collections.nCopies(items.size(), null));
      this.failures = new ArrayList<>(Collections.nCopies(items.size(), null));
    }

    List<R> run(int threads) throws IOException {
      var helpers = new ArrayList<Thread>();
      for (int i = 1; i < threads; i++) {
        var helper = new Thread(this::work, "lambda-layer-files-" + i);
        helper.setContextClassLoader(Thread.currentThread().getContextClassLoader());
        helper.setDaemon(true);
        helper.start();
        helpers.add(helper);
      }
      work();
      helpers.forEach(Parallel::join);
      for (Throwable failure : failures) {
        Parallel.refuse(failure);
      }
      return nonNull();
    }

    private void work() {
      for (int i = next.getAndIncrement(); i < items.size(); i = next.getAndIncrement()) {
        try {
          results.set(i, work.of(items.get(i)));
        } catch (IOException | RuntimeException | Error e) {
          failures.set(i, e);
          // Those before it are being worked on; those behind it do not count any more.
          next.set(items.size());
        }
      }
    }

    private List<R> nonNull() {
      var all = new ArrayList<R>(results.size());
      for (R result : results) {
        if (result != null) {
          all.add(result);
        }
      }
      return all;
    }
  }
}
