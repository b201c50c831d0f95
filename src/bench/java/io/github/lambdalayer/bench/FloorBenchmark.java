package io.github.lambdalayer.bench;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What cannot be done without: the bytes go from the JARs into one file. */
@State(Scope.Benchmark)
public class FloorBenchmark {

  private List<Path> jars = List.of();
  private Path target = Path.of("");

  @Setup(Level.Trial)
  public void prepare() throws IOException {
    jars = BenchJars.all();
    target = Files.createTempFile("floor", ".bin");
  }

  @TearDown(Level.Trial)
  public void clean() throws IOException {
    Files.delete(target);
  }

  /** By the operating system alone. */
  @Benchmark
  public long copy() throws IOException {
    long copied = 0;
    try (FileChannel out = FileChannel.open(target, CREATE, TRUNCATE_EXISTING, WRITE)) {
      for (Path jar : jars) {
        try (FileChannel in = FileChannel.open(jar, READ)) {
          copied += in.transferTo(0, in.size(), out);
        }
      }
    }
    return copied;
  }
}
