package io.github.lambdalayer.output;

import io.github.lambdalayer.archive.LayerDescriptor;
import io.github.lambdalayer.layer.Architecture;
import io.github.lambdalayer.layer.LambdaRuntime;
import io.github.lambdalayer.layer.LayerDefinition;
import io.github.lambdalayer.layer.Permission;
import io.github.lambdalayer.layer.Sha256;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A layer as all templates tell of it.
 *
 * @param descriptor what was built
 * @param content where the template's content comes from
 * @param folder the folder of templates
 */
record TemplateLayer(LayerDescriptor descriptor, TemplateContent content, Path folder) {

  private static final int ID_LENGTH = 12;

  LayerDefinition definition() {
    return descriptor.definition();
  }

  TemplateNames names() {
    return new TemplateNames(definition().name());
  }

  /**
   * What stands for one version: it changes with all that makes a new version when it is published, and
   * with nothing else. So neither description nor what was derived from the content is in it.
   */
  String versionId() {
    return id(
        Stream.of(
            definition().name().value(),
            descriptor.zip().codeSha256(),
            Objects.requireNonNullElse(definition().licenseInfo(), ""),
            definition().runtimesConfigured() ? sorted(runtimes()) : "",
            definition().architecturesConfigured() ? sorted(architectures()) : ""));
  }

  /** What stands for one grant of one version. */
  String permissionId(Permission permission) {
    return id(Stream.of(versionId(), permission.toString()));
  }

  private static String sorted(List<String> values) {
    return values.stream().sorted().collect(Collectors.joining(","));
  }

  private static String id(Stream<String> parts) {
    return Sha256.of(parts.collect(Collectors.joining("\n"))).hex().substring(0, ID_LENGTH);
  }

  List<String> runtimes() {
    return definition().compatibleRuntimes().stream().map(LambdaRuntime::id).toList();
  }

  List<String> architectures() {
    return definition().compatibleArchitectures().stream().map(Architecture::id).toList();
  }

  /** Whether the runtimes, if there are any, may change without a new version. */
  boolean hasDerivedRuntimes() {
    return !definition().runtimesConfigured() && !runtimes().isEmpty();
  }

  /** Whether there are runtimes that somebody has written down. */
  boolean hasConfiguredRuntimes() {
    return definition().runtimesConfigured() && !runtimes().isEmpty();
  }

  /** Whether this release of the plugin has heard of all the runtimes. */
  boolean knowsRuntimes() {
    return definition().compatibleRuntimes().stream().allMatch(LambdaRuntime::isKnown);
  }

  /** Whether the architectures, if there are any, may change without a new version. */
  boolean hasDerivedArchitectures() {
    return !definition().architecturesConfigured() && !architectures().isEmpty();
  }

  /** The zip as seen from the folder of templates, the same on every machine. */
  String zip() {
    return relative(folder);
  }

  /** The zip as seen from another folder. */
  String relative(Path from) {
    Path zip = descriptor.zip().file().toAbsolutePath().normalize();
    return from.toAbsolutePath().normalize().relativize(zip).toString().replace('\\', '/');
  }
}
