package io.github.lambdalayer.layer;

import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a layer is, as far as Lambda is told: all that PublishLayerVersion and
 * AddLayerVersionPermission take, save for the zip.
 *
 * @param name the layer
 * @param description at most 256 characters
 * @param licenseInfo an SPDX identifier, a URL or a text; at most 512 characters
 * @param compatibleRuntimes at most 15; none says nothing about runtimes
 * @param runtimesConfigured whether the user chose the runtimes; derived ones grow with each release
 *     of this plugin and are therefore no reason for a new version
 * @param compatibleArchitectures at most two; none says nothing about architectures
 * @param architecturesConfigured whether the user chose the architectures; those derived from the
 *     content are no reason for a new version
 * @param permissions who may use the layer
 */
public record LayerDefinition(
    LayerName name,
    String description,
    @Nullable String licenseInfo,
    List<LambdaRuntime> compatibleRuntimes,
    boolean runtimesConfigured,
    List<Architecture> compatibleArchitectures,
    boolean architecturesConfigured,
    List<Permission> permissions) {

  /** Checks every limit of the service, so that no call is made that it would refuse. */
  public LayerDefinition {
    compatibleRuntimes = List.copyOf(compatibleRuntimes);
    compatibleArchitectures = List.copyOf(compatibleArchitectures);
    permissions = List.copyOf(permissions);
    checkLength("description", description, Limits.DESCRIPTION_LENGTH);
    checkLength("licenseInfo", licenseInfo == null ? "" : licenseInfo, Limits.LICENSE_INFO_LENGTH);
    if (compatibleRuntimes.size() > Limits.COMPATIBLE_RUNTIMES) {
      throw new InvalidInputException(
          Messages.format(
              "<compatibleRuntimes> has %d runtimes (%s): Lambda takes at most %d. Leave some out.",
              compatibleRuntimes.size(), compatibleRuntimes, Limits.COMPATIBLE_RUNTIMES));
    }
    checkDistinct("compatibleRuntimes", compatibleRuntimes);
    checkDistinct("compatibleArchitectures", compatibleArchitectures);
    checkDistinct("permissions", permissions);
  }

  /** A layer with the architectures that the user chose, or none. */
  public LayerDefinition(
      LayerName name,
      String description,
      @Nullable String licenseInfo,
      List<LambdaRuntime> compatibleRuntimes,
      boolean runtimesConfigured,
      List<Architecture> compatibleArchitectures,
      List<Permission> permissions) {
    this(
        name,
        description,
        licenseInfo,
        compatibleRuntimes,
        runtimesConfigured,
        compatibleArchitectures,
        !compatibleArchitectures.isEmpty(),
        permissions);
  }

  private static void checkLength(String parameter, String value, int limit) {
    int length = value.codePointCount(0, value.length());
    if (length > limit) {
      throw new InvalidInputException(
          Messages.format(
              "<%s> has %d characters ('%s…'): Lambda takes at most %d. Shorten it, or set"
                  + " -DlambdaLayer.%s.",
              parameter,
              length,
              value.substring(0, value.offsetByCodePoints(0, 40)),
              limit,
              parameter));
    }
  }

  private static void checkDistinct(String parameter, List<?> values) {
    var seen = new HashSet<Object>();
    for (Object value : values) {
      if (!seen.add(value)) {
        throw new InvalidInputException(
            Messages.format("<%s> names '%s' twice. Leave one out.", parameter, value));
      }
    }
  }

  /** The functions that the user said it is for. */
  public Audience audience() {
    return new Audience(
        runtimesConfigured
            ? compatibleRuntimes.stream().map(LambdaRuntime::id).toList()
            : List.of(),
        architecturesConfigured
            ? compatibleArchitectures.stream().map(Architecture::id).toList()
            : List.of());
  }

  /** The same layer with runtimes that were derived from its content. */
  public LayerDefinition withDerivedRuntimes(List<LambdaRuntime> derived) {
    return new LayerDefinition(
        name,
        description,
        licenseInfo,
        derived,
        false,
        compatibleArchitectures,
        architecturesConfigured,
        permissions);
  }

  /** The same layer with architectures that were derived from its content. */
  public LayerDefinition withDerivedArchitectures(List<Architecture> derived) {
    return new LayerDefinition(
        name,
        description,
        licenseInfo,
        compatibleRuntimes,
        runtimesConfigured,
        derived,
        false,
        permissions);
  }

  /** The same layer with other permissions. */
  public LayerDefinition withPermissions(List<Permission> replacement) {
    return new LayerDefinition(
        name,
        description,
        licenseInfo,
        compatibleRuntimes,
        runtimesConfigured,
        compatibleArchitectures,
        architecturesConfigured,
        replacement);
  }
}
