package io.github.lambdalayer.it;

import io.github.lambdalayer.endpoint.StoredVersion;
import io.github.lambdalayer.endpoint.StrictLambdaEndpoint;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** One integration test as its scripts see it: the endpoint it publishes to, its log and its files. */
public final class Story implements AutoCloseable {

  private static final String KEY = "story";

  /** Those of the environment, those that assumed roles get, and what pre-signed URLs consist of. */
  private static final List<String> SECRETS =
      List.of(
          "integrationtestsecretaccesskey",
          "integrationtestsessiontoken",
          "assumed-secret-",
          "assumed-token-",
          "X-Amz-Signature=",
          "X-Amz-Security-Token=",
          "x-amz-security-token:");

  private final Path folder;
  private final StrictLambdaEndpoint aws;

  private Story(Path folder, StrictLambdaEndpoint aws) {
    this.folder = folder;
    this.aws = aws;
  }

  /** For setup.groovy: starts an endpoint and tells the build where it is. */
  public static boolean begin(File basedir, Map<String, Object> context) throws IOException {
    var story = new Story(basedir.toPath(), StrictLambdaEndpoint.start());
    Files.writeString(
        story.folder.resolve("test.properties"),
        "",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
    for (Path properties : story.userProperties()) {
      // A test of endpoints names its own.
      if (!Files.readString(properties).contains("lambdaLayer.endpoint=")) {
        Files.writeString(
            properties,
            "lambdaLayer.endpoint=" + story.aws.uri() + "\n",
            StandardOpenOption.APPEND);
      }
    }
    context.put(KEY, story);
    return true;
  }

  /** What the builds are told on the command line: one file, or one for each build. */
  private List<Path> userProperties() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".properties"))
          .filter(file -> !file.endsWith("invoker.properties"))
          .toList();
    }
  }

  /** For verify.groovy: what setup.groovy began. */
  public static Story of(Map<String, Object> context) {
    if (context.get(KEY) instanceof Story story) {
      return story;
    }
    throw new IllegalStateException("setup.groovy has begun no story");
  }

  /** The endpoint. */
  public StrictLambdaEndpoint aws() {
    return aws;
  }

  /** The versions of a layer, newest first. */
  public List<StoredVersion> versions(String region, String layer) {
    return aws.versions(StrictLambdaEndpoint.DEFAULT_ACCOUNT, region, layer);
  }

  /** The build's whole log; it must hold no secret. */
  public String log() throws IOException {
    String log = Files.readString(folder.resolve("build.log"));
    for (String secret : SECRETS) {
      if (log.contains(secret)) {
        throw new AssertionError("build.log holds the secret " + secret);
      }
    }
    return log;
  }

  /** A file's text. */
  public String text(String path) throws IOException {
    return Files.readString(folder.resolve(path));
  }

  /** Whether there is a file. */
  public boolean exists(String path) {
    return Files.exists(folder.resolve(path));
  }

  /** The modes of a zip's entries by their names, in octal. */
  public Map<String, String> modes(String zip) throws IOException {
    var modes = new TreeMap<String, String>();
    try (var file = ZipFile.builder().setPath(folder.resolve(zip)).get()) {
      file.getEntries()
          .asIterator()
          .forEachRemaining(
              entry ->
                  modes.put(entry.getName(), Integer.toOctalString(entry.getUnixMode() & 0777)));
    }
    return modes;
  }

  /** The names of the JARs in a zip's java/lib. */
  public List<String> jars(String zip) throws IOException {
    return modes(zip).keySet().stream()
        .filter(name -> name.startsWith("java/lib/") && name.endsWith(".jar"))
        .map(name -> name.substring("java/lib/".length()))
        .toList();
  }

  @Override
  public void close() {
    aws.close();
  }
}
