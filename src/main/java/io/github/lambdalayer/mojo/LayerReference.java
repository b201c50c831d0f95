package io.github.lambdalayer.mojo;

import io.github.lambdalayer.content.LayersDocument;
import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.Messages;
import java.util.Arrays;

/**
 * The layers of a module, or one of them.
 *
 * @param groupId the module's group
 * @param artifactId the module
 * @param version its version
 * @param classifier which of its layers; empty for all
 */
record LayerReference(String groupId, String artifactId, String version, String classifier) {

  /**
   * Reads {@code groupId:artifactId:version[:classifier]}.
   *
   * @throws InvalidInputException if it is none
   */
  static LayerReference parse(String text) {
    String[] parts = text.split(":", -1);
    if (parts.length < 3 || parts.length > 4 || Arrays.stream(parts).anyMatch(String::isBlank)) {
      throw new InvalidInputException(
          Messages.format(
              "<layers> has '%s': write groupId:artifactId:version[:classifier], for example"
                  + " com.example:shared-libraries:1.2; the path of a zip; or the ARN of a layer"
                  + " version.",
              text));
    }
    return new LayerReference(parts[0], parts[1], parts[2], parts.length == 4 ? parts[3] : "");
  }

  /** All layers of the same module. */
  LayerReference module() {
    return new LayerReference(groupId, artifactId, version, "");
  }

  /** Whether both are of one module, of whatever version. */
  boolean isSameModule(LayerReference other) {
    return groupId.equals(other.groupId) && artifactId.equals(other.artifactId);
  }

  /** The coordinates of the document about the module's layers. */
  String document() {
    return String.join(
        ":", groupId, artifactId, LayersDocument.TYPE, LayersDocument.CLASSIFIER, version);
  }

  @Override
  public String toString() {
    return classifier.isEmpty()
        ? groupId + ":" + artifactId + ":" + version
        : groupId + ":" + artifactId + ":" + version + ":" + classifier;
  }
}
