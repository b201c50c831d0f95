package io.github.lambdalayer.content;

import io.github.lambdalayer.bench.BenchJars;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The largest JAR without its native code. */
@State(Scope.Benchmark)
public class StrippingBenchmark {

  private Path jar = Path.of("");
  private Path folder = Path.of("");
  private Set<String> natives = Set.of();

  @Setup
  public void prepare() throws IOException {
    jar = BenchJars.largest();
    folder = Files.createTempDirectory("stripping");
    natives =
        JarContents.read(LayerEntry.ofFile("java/lib/x.jar", jar, false, "")).natives().stream()
            .map(JarContents.NativeFile::name)
            .collect(Collectors.toSet());
  }

  @TearDown
  public void clean() throws IOException {
    Files.delete(folder);
  }

  @Benchmark
  public boolean strip() throws IOException {
    Path stripped = folder.resolve("stripped.jar");
    boolean done = JarStripper.strip(jar, stripped, natives);
    Files.delete(stripped);
    return done;
  }
}
