package io.github.lambdalayer.layer;

import io.github.lambdalayer.bench.BenchJars;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** The digest of each JAR. */
@State(Scope.Benchmark)
public class DigestBenchmark {

  private List<Path> jars = List.of();

  @Setup
  public void prepare() throws IOException {
    jars = BenchJars.all();
  }

  @Benchmark
  public void sha256(Blackhole hole) throws IOException {
    for (Path jar : jars) {
      hole.consume(Sha256.of(jar));
    }
  }
}
