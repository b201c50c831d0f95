package io.github.lambdalayer.content;

import io.github.lambdalayer.bench.BenchJars;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;

/** Each JAR without its native code; most have none, and are copied. */
@State(Scope.Benchmark)
public class StrippingBenchmark {

  private final Map<Path, Set<String>> natives = new LinkedHashMap<>();
  private Path folder = Path.of("");

  @Setup
  public void prepare() throws IOException {
    for (Path jar : BenchJars.all()) {
      natives.put(
          jar,
          JarContents.read(LayerEntry.ofFile("java/lib/x.jar", jar, false, ""), new Digests())
              .natives()
              .stream()
              .map(JarContents.NativeFile::name)
              .collect(Collectors.toSet()));
    }
    folder = Files.createTempDirectory("stripping");
  }

  @TearDown
  public void clean() throws IOException {
    Files.delete(folder);
  }

  @Benchmark
  public void strip(Blackhole hole) throws IOException {
    Path stripped = folder.resolve("stripped.jar");
    for (Map.Entry<Path, Set<String>> jar : natives.entrySet()) {
      hole.consume(JarRewriter.write(jar.getKey(), stripped, jar.getValue(), JarEntries.KEEP));
      Files.deleteIfExists(stripped);
    }
  }
}
