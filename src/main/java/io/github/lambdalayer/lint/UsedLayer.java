package io.github.lambdalayer.lint;

import io.github.lambdalayer.content.ContentDocument;
import java.util.List;

/**
 * A layer that a function runs with.
 *
 * @param groupId the group of the module that builds it
 * @param artifactId that module
 * @param version its base version
 * @param classifier which of the module's layers it is
 * @param content what it holds
 */
public record UsedLayer(
    String groupId, String artifactId, String version, String classifier, ContentDocument content) {

  /** The layer's name and where it comes from, for people. */
  public String label() {
    return content.layerName() + " (" + groupId + ":" + artifactId + ":" + version + ")";
  }

  /** Whether a dependency of the function is the module that builds the layer. */
  boolean isBroughtBy(String dependency) {
    List<String> parts = List.of(dependency.split(":", -1));
    return parts.size() >= 2 && parts.get(0).equals(groupId) && parts.get(1).equals(artifactId);
  }

  /** The artifact of a function in this layer, of whatever version. */
  List<ContentDocument.Item> items(FunctionArtifact artifact) {
    return content.artifacts().stream().filter(artifact::isSame).toList();
  }
}
