package io.github.lambdalayer.aws;

import io.github.lambdalayer.bench.BenchJars;
import io.github.lambdalayer.layer.LayerDefinition;
import io.github.lambdalayer.layer.LayerName;
import io.github.lambdalayer.layer.PublishBody;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The bodies of requests that carry files inline, in base64. */
@State(Scope.Benchmark)
public class PublishBodyBenchmark {

  private final List<RequestContent> uploads = new ArrayList<>();

  @Setup
  public void prepare() throws IOException {
    var body =
        PublishBody.of(
            new LayerDefinition(
                new LayerName("bench"), "", null, List.of(), false, List.of(), List.of()));
    for (Path jar : BenchJars.all()) {
      uploads.add(RequestContent.of(body, jar, Files.size(jar)));
    }
  }

  @Benchmark
  public long base64() throws IOException {
    long bytes = 0;
    for (RequestContent upload : uploads) {
      try (InputStream in = upload.open()) {
        bytes += in.transferTo(OutputStream.nullOutputStream());
      }
    }
    return bytes;
  }
}
