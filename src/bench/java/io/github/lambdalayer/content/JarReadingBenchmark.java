package io.github.lambdalayer.content;

import io.github.lambdalayer.bench.BenchJars;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** One look into each JAR. */
@State(Scope.Benchmark)
public class JarReadingBenchmark {

  private final List<LayerEntry> jars = new ArrayList<>();

  @Setup
  public void prepare() throws IOException {
    for (Path jar : BenchJars.all()) {
      jars.add(LayerEntry.ofFile("java/lib/" + jar.getFileName(), jar, false, jar.toString()));
    }
  }

  @Benchmark
  public void read(Blackhole hole) throws IOException {
    for (LayerEntry jar : jars) {
      hole.consume(JarContents.read(jar, new Digests()));
    }
  }
}
