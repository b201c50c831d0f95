package io.github.lambdalayer.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A peer's project for an input.
 *
 * @param settings what was asked for
 * @param input the dependencies
 * @param peer what is done with them
 */
record PackageProject(Settings settings, Input input, Peer peer) {

  private static final String ASSEMBLY =
      """
      <assembly xmlns="http://maven.apache.org/ASSEMBLY/2.2.0">
        <id>layer</id>
        <formats>
          <format>zip</format>
        </formats>
        <includeBaseDirectory>false</includeBaseDirectory>
        <dependencySets>
          <dependencySet>
            <outputDirectory>java/lib</outputDirectory>
            <scope>runtime</scope>
            <useProjectArtifact>false</useProjectArtifact>
          </dependencySet>
        </dependencySets>
      </assembly>
      """;

  private Maven maven() {
    return new Maven(settings.maven(), settings.repository());
  }

  private Path folder() {
    String id = peer == Peer.AGAIN ? Peer.PLUGIN.id() : peer.id();
    return settings.folder().resolve("projects").resolve(input.name()).resolve(id);
  }

  private Path target() {
    return folder().resolve("target");
  }

  /** Writes the project. */
  void write() throws IOException {
    Trees.delete(folder());
    // Maven looks for this folder upwards, and would find that of the repository.
    Files.createDirectories(folder().resolve(".mvn"));
    Files.writeString(
        folder().resolve("pom.xml"),
        Pom.project(
            "layer-" + input.name().toLowerCase(Locale.ROOT),
            peer.needsJar() ? "jar" : "pom",
            input.dependencies(),
            peer.plugins(settings.pluginVersion())));
    Files.writeString(folder().resolve("layer.xml"), ASSEMBLY);
    if (peer.needsJar()) {
      Path resources = folder().resolve("src/main/resources");
      Files.createDirectories(resources);
      Files.writeString(resources.resolve("own.txt"), "own\n");
    }
    if (peer == Peer.SAM) {
      Files.writeString(folder().resolve(SamBuilder.SCRIPT_NAME), SamBuilder.SCRIPT);
    }
  }

  /** Brings what the project needs into the local repository. */
  Command preparation() {
    return command("online-", maven().online(arguments()));
  }

  /** What is measured. */
  Command command() throws IOException {
    if (peer == Peer.SAM) {
      Files.writeString(folder().resolve(".mvn/maven.config"), "-o\n");
    }
    return command("", maven().offline(arguments()));
  }

  private Command command(String prefix, List<String> mavenRun) {
    boolean callsMaven = peer == Peer.SAM;
    return new Command(
        prefix + peer.of(input),
        folder(),
        steps(mavenRun),
        callsMaven ? maven().environment() : Map.of(),
        peer == Peer.AGAIN
            ? List.of()
            : List.of(target(), SamBuilder.built(folder()), SamBuilder.scratch(folder())));
  }

  private String[] arguments() {
    return switch (peer) {
      case VALIDATE -> new String[] {"validate"};
      case SKIPPED -> new String[] {"package", "-DlambdaLayer.skip"};
      case SHADE -> new String[] {"package", "-Dmaven.test.skip=true"};
      default -> new String[] {"package"};
    };
  }

  private List<List<String>> steps(List<String> mavenRun) {
    return switch (peer) {
      case ZIP -> List.of(mavenRun, zip("-qr"));
      case ZIP_STORED -> List.of(mavenRun, zip("-0qr"));
      case SAM -> List.of(SamBuilder.command(folder()));
      default -> List.of(mavenRun);
    };
  }

  private static List<String> zip(String options) {
    return List.of("sh", "-c", "cd target/layer && exec zip " + options + " ../layer.zip .");
  }

  /** The JARs of the input, where dependency resolution has run. */
  static List<Path> jars(Settings settings, Input input) throws IOException {
    Path list = new PackageProject(settings, input, Peer.RESOLUTION).target().resolve("classpath");
    return Arrays.stream(Files.readString(list).strip().split(File.pathSeparator, -1))
        .map(Path::of)
        .toList();
  }

  /** Puts the input's JARs one behind the other into a file and hashes that. */
  Command floor() throws IOException {
    var arguments = new ArrayList<>(List.of("sh", "-c", "cat \"$@\" > all && " + hash(), "sh"));
    jars(settings, input).forEach(jar -> arguments.add(jar.toString()));
    Files.createDirectories(folder());
    return new Command(
        peer.of(input),
        folder(),
        List.of(List.copyOf(arguments)),
        Map.of(),
        List.of(folder().resolve("all")));
  }

  private String hash() {
    return peer == Peer.OPENSSL ? "openssl dgst -sha256 all" : "sha256sum all";
  }
}
