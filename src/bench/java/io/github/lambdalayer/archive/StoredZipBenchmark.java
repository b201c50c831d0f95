package io.github.lambdalayer.archive;

import io.github.lambdalayer.bench.BenchJars;
import io.github.lambdalayer.content.LayerContent;
import io.github.lambdalayer.content.LayerEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The zip of a layer with its digest. */
@State(Scope.Benchmark)
public class StoredZipBenchmark {

  private LayerContent content = new LayerContent(List.of());
  private Path target = Path.of("");

  @Setup
  public void prepare() throws IOException {
    var entries = new ArrayList<LayerEntry>();
    for (Path jar : BenchJars.all()) {
      entries.add(
          new LayerEntry(
              "java/lib/" + jar.getFileName(),
              new LayerEntry.FileSource(jar),
              Files.size(jar),
              false,
              jar.toString()));
    }
    content = new LayerContent(entries);
    target = Files.createTempDirectory("stored").resolve("layer.zip");
  }

  @TearDown
  public void clean() throws IOException {
    Files.delete(target);
    Files.delete(target.resolveSibling(""));
  }

  @Benchmark
  public LayerZip write() throws IOException {
    return LayerZipWriter.write(content, EntryTime.DEFAULT, target);
  }
}
