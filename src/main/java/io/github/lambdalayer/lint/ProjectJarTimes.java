package io.github.lambdalayer.lint;

import io.github.lambdalayer.content.LayerArtifact;
import io.github.lambdalayer.content.Located;
import io.github.lambdalayer.layer.Messages;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Whether a JAR of this build is built anew with other times, and so gives the layer another
 * digest, and Lambda another version, though no code has changed.
 */
final class ProjectJarTimes {

  /** A zip counts in steps of two seconds, and archivers round up or down. */
  private static final Duration ZIP_STEP = Duration.ofSeconds(2);

  private ProjectJarTimes() {}

  /** A warning for each JAR of the build that holds the time of its build. */
  static List<Finding> check(LintedLayer layer) throws IOException {
    var findings = new ArrayList<Finding>();
    for (Located located : layer.artifacts()) {
      LayerArtifact artifact = located.artifact();
      boolean isReadable =
          layer.survey().unreadable().stream()
              .noneMatch(one -> one.entry().path().equals(located.path()));
      if (artifact.ofBuild() && artifact.extension().equals("jar") && isReadable) {
        check(artifact.file(), layer.project().outputTimestamp())
            .map(fault -> fault.at(Place.of(located)))
            .ifPresent(findings::add);
      }
    }
    return findings;
  }

  /** What is wrong with a JAR. */
  private record Fault(String message, String fix) {

    Finding at(Place place) {
      return Rule.BUILD_TIME.found(place, message, fix);
    }
  }

  /**
   * What is wrong where the JAR holds the time of its build.
   *
   * @param jar a JAR of this build
   * @param outputTimestamp {@code project.build.outputTimestamp}, if it is set
   */
  private static Optional<Fault> check(Path jar, Optional<Instant> outputTimestamp)
      throws IOException {
    if (outputTimestamp.isEmpty()) {
      return Optional.of(
          new Fault(
              Messages.format(
                  "<project.build.outputTimestamp> is not set, so every clean build of %s has another"
                      + " digest and publishes another layer version.",
                  jar.getFileName()),
              "Set it in <properties>, for example to 2026-01-01T00:00:00Z, and use maven-jar-plugin"
                  + " 3.2.0 or newer."));
    }
    LocalDateTime expected = LocalDateTime.ofInstant(outputTimestamp.get(), ZoneOffset.UTC);
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      Optional<? extends ZipEntry> other =
          zip.stream().filter(entry -> !isNear(expected, entry)).findFirst();
      if (other.isEmpty()) {
        return Optional.empty();
      }
      return Optional.of(
          new Fault(
              Messages.format(
                  "%s carries the time of its build (%s: %s) though <project.build.outputTimestamp> is"
                      + " set, so every clean build publishes another layer version.",
                  jar.getFileName(), other.get().getName(), other.get().getTimeLocal()),
              "Use maven-jar-plugin 3.2.0 or newer."));
    }
  }

  private static boolean isNear(LocalDateTime expected, ZipEntry entry) {
    LocalDateTime time = entry.getTimeLocal();
    return time != null && Duration.between(expected, time).abs().compareTo(ZIP_STEP) <= 0;
  }
}
