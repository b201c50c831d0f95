package io.github.lambdalayer.endpoint;

/** Threads that do not keep a finished test's JVM alive. */
final class DaemonThreads {
  private DaemonThreads() {}

  static Thread make(Runnable work) {
    Thread thread = new Thread(work, "lambda-endpoint");
    thread.setDaemon(true);
    return thread;
  }

  /** The JDK's HTTP server takes its dispatcher's kind from the thread that starts it. */
  static void run(Runnable work) {
    Thread thread = make(work);
    thread.start();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
