package io.github.lambdalayer.content;

import java.nio.file.Path;
import java.util.List;

/** Artifacts for tests, by their coordinates. */
public final class SampleArtifacts {

  private SampleArtifacts() {}

  /** One of {@code groupId:artifactId:version[:classifier]}, with a file of these bytes. */
  public static LayerArtifact artifact(String coordinates, Path file) {
    String[] parts = coordinates.split(":", -1);
    return new LayerArtifact(
        parts[0],
        parts[1],
        parts[2],
        parts.length > 3 ? parts[3] : "",
        "jar",
        file,
        List.of("org.example:app:jar:1.0", parts[0] + ":" + parts[1] + ":jar:" + parts[2]),
        List.of("Apache-2.0"),
        false);
  }

  /** One without a file, for what asks for its coordinates alone. */
  public static LayerArtifact artifact(String coordinates) {
    return artifact(coordinates, Path.of("no.jar"));
  }
}
