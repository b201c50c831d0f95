package io.github.lambdalayer.publish;

import io.github.lambdalayer.archive.LayerDescriptor;
import io.github.lambdalayer.aws.Timing;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Publishes a layer from a JVM of its own, so that a test can kill it. */
final class PublishMain {

  static final String LAYER = "my-layer";
  static final List<String> REGIONS = ThirtyRegions.CODES.subList(0, 10);

  /** What takes longer in this time than in a test's own is that nobody knows when the JVM ends. */
  static final Timing TIMING =
      new Timing(Duration.ofSeconds(60), Duration.ofSeconds(20), new FastPace(10));

  private PublishMain() {}

  /** Takes an endpoint, a folder to work in and a word if numbers are to be aligned. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[1]);
    publishing(URI.create(arguments[0]), folder)
        .publish(wish(folder.resolve("there"), arguments.length > 2));
    System.exit(0);
  }

  /** Each JVM builds the layer for itself, and they have only the notes in common. */
  static Publishing publishing(URI endpoint, Path folder) {
    var publishing = new Publishing(endpoint, folder.resolve("state"));
    publishing.timing = TIMING;
    return publishing;
  }

  static Publishing.Wish wish(Path folder, boolean isAligned) throws IOException {
    LayerDescriptor layer =
        new BuiltLayer(folder, LAYER).permissions(ThirtyRegions.PERMISSIONS).build();
    Options options = new Options().threads(4);
    return Publishing.Wish.of(layer, REGIONS.toArray(String[]::new))
        .with(isAligned ? options.alignVersions() : options);
  }
}
