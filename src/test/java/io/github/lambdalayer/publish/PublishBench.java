package io.github.lambdalayer.publish;

import io.github.lambdalayer.archive.LayerDescriptor;
import io.github.lambdalayer.aws.Pace;
import io.github.lambdalayer.aws.Timing;
import io.github.lambdalayer.endpoint.RecordedCall;
import io.github.lambdalayer.layer.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.lambda.LambdaClient;

/**
 * The figures of {@code docs/benchmark.md}: {@code mvn test -Dtest=PublishBench} prints them. It is no
 * test, and runs only when it is named.
 */
class PublishBench extends OnStrictEndpoint {

  private static final int RUNS = 5;
  private static final Duration ANSWER = Duration.ofMillis(200);

  private static List<String> regions(int count) {
    return LambdaClient.serviceMetadata().regions().stream()
        .map(Region::id)
        .filter(region -> region.matches("(us|eu|ap|ca|sa|me|af)-[a-z]+-\\d"))
        .sorted()
        .limit(count)
        .toList();
  }

  @Test
  void timeForRegions() throws IOException {
    publishing.timing = new Timing(Duration.ofMinutes(3), Duration.ofSeconds(30), Pace.REAL);
    publishing.publish(new BuiltLayer(folder.resolve("warm"), "warm").build());
    aws.faults().latency(ANSWER);
    print("| regions | first publish and one grant | unchanged |");
    print("|---|---|---|");
    for (int count : new int[] {1, 3, 10, 30}) {
      var first = new ArrayList<Long>();
      var unchanged = new ArrayList<Long>();
      for (int run = 0; run < RUNS; run++) {
        String name = "layer-" + count + "-" + run;
        LayerDescriptor layer =
            new BuiltLayer(folder.resolve(name), name).permissions("public").build();
        first.add(millis(layer, regions(count)));
        unchanged.add(millis(layer, regions(count)));
      }
      print(Messages.format("| %d | %s | %s |", count, seconds(first), seconds(unchanged)));
    }
  }

  @Test
  void bytesThatLeaveThisMachine() throws IOException {
    List<String> regions = regions(8);
    regions.forEach(region -> aws.s3().bucket("layers-" + region, region));
    var bytes = new byte[48_000_000];
    new Random(3).nextBytes(bytes);
    print("| way, 48 MB to 8 regions | bytes sent |");
    print("|---|---|");
    for (Upload.Route route : new Upload.Route[] {Upload.Route.INLINE, Upload.Route.S3}) {
      Path content = Files.createDirectories(folder.resolve(route + "/files"));
      Files.write(content.resolve("random.bin"), bytes);
      LayerDescriptor layer =
          new BuiltLayer(folder.resolve(route.toString()), "bytes-" + route).build();
      aws.clearCalls();
      publishing.publish(
          Publishing.Wish.of(layer, regions.toArray(String[]::new))
              .with(new Options().through(route, "layers-{region}")));
      print(Messages.format("| %s | %.0f MB |", route, sent() / 1e6));
    }
  }

  private long sent() {
    return aws.calls().stream().mapToLong(RecordedCall::requestBytes).sum();
  }

  private long millis(LayerDescriptor layer, List<String> regions) {
    long start = System.nanoTime();
    publishing.publish(Publishing.Wish.of(layer, regions.toArray(String[]::new)));
    return (System.nanoTime() - start) / 1_000_000;
  }

  private static String seconds(List<Long> millis) {
    long[] sorted = millis.stream().mapToLong(Long::longValue).sorted().toArray();
    return Messages.format(
        "%.1f s (%s)",
        sorted[sorted.length / 2] / 1e3,
        String.join(
            ", ",
            Arrays.stream(sorted)
                .mapToObj(value -> Messages.format("%.1f", value / 1e3))
                .toList()));
  }

  @SuppressWarnings("SystemOut") // figures for people
  private static void print(String line) {
    System.out.println(line);
  }
}
