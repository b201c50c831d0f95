package io.github.lambdalayer.mojo;

import io.github.lambdalayer.archive.LayerContents;
import io.github.lambdalayer.archive.ZippedJars;
import io.github.lambdalayer.lint.FunctionArtifact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** What the run-time dependencies of a function take in its archive. */
final class BundledFiles {

  private final Map<FunctionArtifact, Path> files;

  /** Of dependencies and their JARs. */
  BundledFiles(Map<FunctionArtifact, Path> files) {
    this.files = files;
  }

  /** The JARs themselves, for an archive that has none of them. */
  Map<FunctionArtifact, Long> whole() throws IOException {
    var sizes = new LinkedHashMap<FunctionArtifact, Long>();
    for (var file : files.entrySet()) {
      sizes.put(file.getKey(), Files.size(file.getValue()));
    }
    return sizes;
  }

  /** What an archive has of each: its JAR in {@code lib}, or the files of it between its own. */
  Map<FunctionArtifact, Long> in(LayerContents archive) throws IOException {
    List<LayerContents.Entry> jars =
        archive.entries().stream().filter(BundledFiles::isJar).toList();
    Map<String, Long> loose =
        archive.entries().stream()
            .filter(e -> !e.path().startsWith("META-INF/") && !isJar(e))
            .collect(Collectors.toMap(e -> e.path(), e -> e.size(), (first, second) -> first));
    var sizes = new LinkedHashMap<FunctionArtifact, Long>();
    for (var file : files.entrySet()) {
      long size = Files.size(file.getValue());
      boolean isInLib =
          jars.stream()
              .anyMatch(
                  jar -> jar.size() == size && jar.path().contains(file.getKey().artifactId()));
      sizes.put(file.getKey(), isInLib ? size : unpacked(file.getValue(), loose));
    }
    return sizes;
  }

  private static boolean isJar(LayerContents.Entry entry) {
    return ZippedJars.isLoaded("lib/", entry.path());
  }

  private static long unpacked(Path jar, Map<String, Long> loose) throws IOException {
    return loose.isEmpty()
        ? 0
        : names(jar).stream().mapToLong(name -> loose.getOrDefault(name, 0L)).sum();
  }

  /** None where it is no JAR. */
  private static Set<String> names(Path jar) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      return zip.stream().map(ZipEntry::getName).collect(Collectors.toSet());
    } catch (ZipException e) {
      return Set.of();
    }
  }
}
