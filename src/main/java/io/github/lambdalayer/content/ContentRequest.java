package io.github.lambdalayer.content;

import java.nio.file.Path;
import java.util.List;

/**
 * What a layer is to be made of.
 *
 * @param artifacts the JARs for {@code java/lib}, in the order of Maven's class path
 * @param placed the artifacts that mappings send elsewhere
 * @param directory the folder that goes to the root; it need not exist
 * @param executables Ant-style patterns of further executable files, by their place in the layer
 * @param filtering the files of the folder that are filtered
 * @param nativeLibraries what becomes of native code in JARs
 * @param jarEntries how files stand in JARs
 * @param workFolder where files that exist for this build alone may be put; whoever packs removes it
 */
public record ContentRequest(
    List<LayerArtifact> artifacts,
    List<PlacedArtifact> placed,
    Path directory,
    List<String> executables,
    Filtering filtering,
    NativeLibraries nativeLibraries,
    JarEntries jarEntries,
    Path workFolder) {

  public ContentRequest {
    artifacts = List.copyOf(artifacts);
    placed = List.copyOf(placed);
    executables = List.copyOf(executables);
  }
}
