package io.github.lambdalayer.archive;

import io.github.lambdalayer.layer.Architecture;
import io.github.lambdalayer.layer.LambdaRuntime;
import io.github.lambdalayer.layer.LayerName;
import io.github.lambdalayer.layer.Permission;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the user says of a zip that is published without a project. What is null or empty is taken from
 * the document in the zip.
 *
 * @param layerName the layer
 * @param artifactId the artifact that the zip is, where it comes from a Maven repository
 * @param version the version of the zip
 * @param description by default artifactId and version, or else the name of the file
 * @param licenseInfo the licence
 * @param compatibleRuntimes the runtimes; where the document has none either, they are derived
 * @param compatibleArchitectures the architectures
 * @param permissions who may use the layer; the document has none
 */
public record FileOptions(
    @Nullable LayerName layerName,
    @Nullable String artifactId,
    @Nullable String version,
    @Nullable String description,
    @Nullable String licenseInfo,
    List<LambdaRuntime> compatibleRuntimes,
    List<Architecture> compatibleArchitectures,
    List<Permission> permissions) {

  /** Nothing but what is in the zip. */
  public static final FileOptions NONE =
      new FileOptions(null, null, null, null, null, List.of(), List.of(), List.of());

  public FileOptions {
    compatibleRuntimes = List.copyOf(compatibleRuntimes);
    compatibleArchitectures = List.copyOf(compatibleArchitectures);
    permissions = List.copyOf(permissions);
  }
}
