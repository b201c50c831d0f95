package io.github.lambdalayer.content;

import java.nio.file.Path;
import java.util.List;

/** Requests for tests. */
public final class SampleRequests {

  private SampleRequests() {}

  /** Artifacts for {@code java/lib}, and a folder whose files are taken as they stand. */
  public static ContentRequest content(
      List<LayerArtifact> artifacts, Path directory, List<String> executables) {
    return content(artifacts, List.of(), directory, executables);
  }

  /** The same with artifacts that mappings send elsewhere. */
  public static ContentRequest content(
      List<LayerArtifact> artifacts,
      List<PlacedArtifact> placed,
      Path directory,
      List<String> executables) {
    return new ContentRequest(
        artifacts,
        placed,
        directory,
        executables,
        Filtering.NONE,
        NativeLibraries.KEEP,
        JarEntries.KEEP,
        directory.resolveSibling("work"));
  }
}
