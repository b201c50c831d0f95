package io.github.lambdalayer.bytecode;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The classes that a Java release brings itself, as far as they are known here. */
interface Platform extends Closeable {

  /** The class file, which need not have code; nothing if this Java has no such class. */
  Optional<byte[]> read(String name) throws IOException;

  /** Whether a class of {@code java.*} that is not found is missing, or merely not known. */
  boolean isKnown();

  @Override
  void close() throws IOException;

  /** The release of a runtime as the JDK that runs this knows it. */
  static Platform of(int release) throws IOException {
    return of(release, Runtime.version().feature(), Path.of(System.getProperty("java.home")));
  }

  /**
   * The same for any JDK.
   *
   * @param release the release that is asked for
   * @param running the release of the JDK
   * @param home where it is; a JRE knows no release but its own
   */
  static Platform of(int release, int running, Path home) throws IOException {
    Path symbols = home.resolve("lib/ct.sym");
    if (release == running) {
      return RunningPlatform.open();
    }
    return release < running && Files.isRegularFile(symbols)
        ? OlderPlatform.open(symbols, release)
        : new UnknownPlatform();
  }

  /** A release that the running Java can say nothing of. */
  record UnknownPlatform() implements Platform {

    @Override
    public Optional<byte[]> read(String name) {
      return Optional.empty();
    }

    @Override
    public boolean isKnown() {
      return false;
    }

    @Override
    public void close() {}
  }
}
