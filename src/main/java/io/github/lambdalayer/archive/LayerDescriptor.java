package io.github.lambdalayer.archive;

import io.github.lambdalayer.layer.LayerDefinition;
import io.github.lambdalayer.layer.Permission;
import java.util.List;

/**
 * What {@code package} tells the other goals: a layer, the release of the project it was built from,
 * and its zip.
 *
 * @param definition what the layer is
 * @param projectVersion the version of the project
 * @param isSnapshot whether that is, for Maven, a version still in development
 * @param zip the built zip
 */
public record LayerDescriptor(
    LayerDefinition definition, String projectVersion, boolean isSnapshot, LayerZip zip) {

  /** The same layer with other permissions. */
  public LayerDescriptor withPermissions(List<Permission> permissions) {
    return new LayerDescriptor(
        definition.withPermissions(permissions), projectVersion, isSnapshot, zip);
  }
}
