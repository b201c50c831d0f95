package io.github.lambdalayer.content;

import java.nio.file.Path;
import java.util.List;

/**
 * What a layer is to be made of.
 *
 * @param artifacts the JARs for {@code java/lib}, in any order
 * @param directory the folder that goes to the root; it need not exist
 * @param executables Ant-style patterns of further executable files, relative to the folder
 */
public record ContentRequest(
    List<LayerArtifact> artifacts, Path directory, List<String> executables) {

  public ContentRequest {
    artifacts = List.copyOf(artifacts);
    executables = List.copyOf(executables);
  }
}
