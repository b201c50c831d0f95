package io.github.lambdalayer.mojo;

import io.github.lambdalayer.aws.Identity;
import io.github.lambdalayer.aws.Timing;
import io.github.lambdalayer.endpoint.SystemCredentials;
import io.github.lambdalayer.layer.LayerName;
import io.github.lambdalayer.operate.AttachRequest;
import io.github.lambdalayer.operate.FunctionChoice;
import io.github.lambdalayer.operate.Reach;
import io.github.lambdalayer.operate.VersionChoice;
import io.github.lambdalayer.publish.FastPace;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.jspecify.annotations.Nullable;

/** Attaches one layer in one region of an endpoint, and says what the goal says. */
final class Attaching {

  static final String LAYER = "libs";
  static final String REGION = "eu-west-1";

  private final URI endpoint;
  private final Path folder;
  private final Log log;
  String functions = "*";
  List<String> version = List.of();
  @Nullable String event;
  boolean allowsDeleted;

  Attaching(URI endpoint, Path folder, Log log) {
    this.endpoint = endpoint;
    this.folder = folder;
    this.log = log;
    SystemCredentials.set();
  }

  /** In a JVM of its own: takes an endpoint, a folder and a version. */
  public static void main(String[] arguments) throws Exception {
    var attaching =
        new Attaching(URI.create(arguments[0]), Path.of(arguments[1]), new SystemStreamLog());
    attaching.version = List.of(arguments[2]);
    attaching.run(true);
    System.exit(0);
  }

  void run(boolean isWanted) throws Exception {
    var timing = new Timing(Duration.ofSeconds(20), Duration.ofSeconds(20), new FastPace(100));
    var request =
        new AttachRequest(
            List.of(new LayerName(LAYER)),
            FunctionChoice.parse(List.of(functions)),
            VersionChoice.parse(version),
            null,
            false,
            allowsDeleted,
            event,
            Duration.ofSeconds(20),
            (layer, owner, region) -> OptionalLong.empty(),
            folder,
            1);
    try (var open = Reach.open(endpoint, Identity.DEFAULT, List.of(REGION), timing, log::warn)) {
      new AttachRun(request, folder, "PLUGIN:attach", log).run(open, isWanted);
    }
  }
}
