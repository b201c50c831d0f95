package io.github.lambdalayer.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The JARs that the inner loops run over. */
public final class BenchJars {

  private BenchJars() {}

  /** All of them. */
  public static List<Path> all() throws IOException {
    return Files.readAllLines(Path.of(System.getProperty("bench.jars", "jars.txt"))).stream()
        .map(Path::of)
        .toList();
  }
}
