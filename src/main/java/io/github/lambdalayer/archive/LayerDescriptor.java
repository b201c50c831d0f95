package io.github.lambdalayer.archive;

import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.LayerDefinition;
import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.layer.Permission;
import java.util.List;
import java.util.stream.Collectors;

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

  /**
   * Refuses to make public what is still in development.
   *
   * @param allowed whether the user has said that it may be
   * @throws InvalidInputException if the layer is a public SNAPSHOT
   */
  public void refusePublicSnapshot(boolean allowed) {
    if (isSnapshot && !allowed && definition.permissions().contains(new Permission.Everyone())) {
      throw InvalidInputException.beforeBuild(
          Messages.format(
              "<permissions> has <public/>, and %s is a SNAPSHOT: everyone could use a version that"
                  + " is still in development. Publish a release, or set"
                  + " -DlambdaLayer.allowPublicSnapshot.",
              projectVersion));
    }
  }

  /** What package has made, for the log. */
  public String summary() {
    String runtimes = joined(definition.compatibleRuntimes());
    String architectures = joined(definition.compatibleArchitectures());
    String permissions = joined(definition.permissions());
    return zip.summary(definition.name())
        + (runtimes.isEmpty() ? "" : ", for " + runtimes)
        + (architectures.isEmpty() ? "" : ", on " + architectures)
        + (permissions.isEmpty() ? "" : ", to be shared with " + permissions);
  }

  private static String joined(List<?> values) {
    return values.stream().map(Object::toString).collect(Collectors.joining(", "));
  }
}
