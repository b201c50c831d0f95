package io.github.lambdalayer.lint;

import io.github.lambdalayer.content.LayerArtifact;
import io.github.lambdalayer.content.LayerContent;
import io.github.lambdalayer.content.LayerEntry;
import io.github.lambdalayer.content.Located;
import io.github.lambdalayer.content.NativeLibraries;
import io.github.lambdalayer.content.Survey;
import io.github.lambdalayer.layer.Architecture;
import io.github.lambdalayer.layer.LambdaRuntime;
import io.github.lambdalayer.layer.LayerDefinition;
import io.github.lambdalayer.layer.LayerName;
import io.github.lambdalayer.layer.Permission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A layer to be examined, put together piece by piece. */
final class SampleLayer {

  private final Path folder;
  private final List<LayerEntry> entries = new ArrayList<>();
  private final List<Located> artifacts = new ArrayList<>();
  private final List<LambdaRuntime> runtimes = new ArrayList<>();
  private final List<Architecture> architectures = new ArrayList<>();
  private final List<Permission> permissions = new ArrayList<>();
  private Set<String> executables = Set.of();
  private NativeLibraries nativeLibraries = NativeLibraries.KEEP;
  private String version = "1.0";
  private int compilerRelease;
  private Optional<Instant> outputTimestamp = Optional.empty();

  /** Without any file. */
  SampleLayer(Path folder) {
    this.folder = folder;
  }

  /** Adds a file; one in {@code bin/} or {@code extensions/} is executable. */
  SampleLayer file(String path, byte... bytes) throws IOException {
    Path file = Files.write(folder.resolve("file" + entries.size()), bytes);
    boolean isExecutable =
        path.matches("(bin|extensions)/.*|bootstrap") || executables.contains(path);
    return entry(path, file, isExecutable, "file src/main/layer/" + path);
  }

  /** Adds a JAR of the content directory. */
  SampleLayer jar(String path, Map<String, byte[]> members) throws IOException {
    return entry(path, newJar(members), false, "file src/main/layer/" + path);
  }

  /** Adds the JAR of a dependency, at the end of Maven's class path. */
  SampleLayer artifact(String coordinates, Map<String, byte[]> members) throws IOException {
    return artifact(coordinates, newJar(members), List.of(), false);
  }

  /**
   * Adds an artifact.
   *
   * @param coordinates {@code groupId:artifactId:version[:classifier]}
   */
  SampleLayer artifact(String coordinates, Path jar, List<String> licenses, boolean ofBuild)
      throws IOException {
    String[] parts = coordinates.split(":", -1);
    String classifier = parts.length > 3 ? parts[3] : "";
    List<String> trail =
        List.of("com.example:app:jar:1", parts[0] + ":" + parts[1] + ":jar:" + parts[2]);
    var artifact =
        new LayerArtifact(
            parts[0], parts[1], parts[2], classifier, "jar", jar, trail, licenses, ofBuild);
    String end = classifier.isEmpty() ? "" : "-" + classifier;
    String path = "java/lib/" + parts[1] + "-" + parts[2] + end + ".jar";
    artifacts.add(new Located(path, artifact));
    return entry(path, jar, false, String.join(" -> ", trail));
  }

  private Path newJar(Map<String, byte[]> members) throws IOException {
    return SampleJars.jar(folder.resolve("jar" + entries.size() + ".jar"), members);
  }

  private SampleLayer entry(String path, Path file, boolean isExecutable, String origin)
      throws IOException {
    var source = new LayerEntry.FileSource(file);
    entries.add(new LayerEntry(path, source, Files.size(file), isExecutable, origin));
    return this;
  }

  SampleLayer runtimes(String... ids) {
    Arrays.stream(ids).map(LambdaRuntime::new).forEach(runtimes::add);
    return this;
  }

  SampleLayer architectures(Architecture... those) {
    architectures.addAll(List.of(those));
    return this;
  }

  SampleLayer permission(Permission permission) {
    permissions.add(permission);
    return this;
  }

  SampleLayer executables(String... paths) {
    executables = Set.of(paths);
    return this;
  }

  SampleLayer nativeLibraries(NativeLibraries become) {
    nativeLibraries = become;
    return this;
  }

  SampleLayer version(String projectVersion) {
    version = projectVersion;
    return this;
  }

  SampleLayer compilerRelease(int release) {
    compilerRelease = release;
    return this;
  }

  SampleLayer outputTimestamp(Instant time) {
    outputTimestamp = Optional.of(time);
    return this;
  }

  /** The layer; runtimes and architectures that were not given are derived as the build does. */
  LintedLayer build() throws IOException {
    var content = new LayerContent(entries);
    Survey survey = Survey.of(content);
    var given =
        new LayerDefinition(
            new LayerName("sample"),
            "sample",
            null,
            runtimes,
            !runtimes.isEmpty(),
            architectures,
            permissions);
    LayerDefinition definition =
        NativeArchitectures.of(survey, NativeArchitectures.modules(artifacts))
            .complete(RunnableRuntimes.complete(given, survey, compilerRelease));
    return new LintedLayer(
        content,
        survey,
        definition,
        artifacts,
        new LintedLayer.Project(
            version, version.endsWith("-SNAPSHOT"), compilerRelease, outputTimestamp),
        executables::contains,
        nativeLibraries,
        List.of());
  }

  /** What all checks together find in it. */
  List<Finding> findings() throws IOException {
    return LayerLint.of(build());
  }

  /** What one rule finds in it. */
  List<Finding> findings(Rule rule) throws IOException {
    return findings().stream().filter(finding -> finding.rule() == rule).toList();
  }
}
