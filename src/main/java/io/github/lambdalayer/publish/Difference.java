package io.github.lambdalayer.publish;

import io.github.lambdalayer.archive.LayerDescriptor;
import io.github.lambdalayer.aws.LiveVersion;
import io.github.lambdalayer.layer.Architecture;
import io.github.lambdalayer.layer.LambdaRuntime;
import io.github.lambdalayer.layer.LayerDefinition;
import io.github.lambdalayer.layer.Messages;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What makes a live version another one than the built layer; never its description. */
final class Difference {

  private Difference() {}

  /** The first difference, in words, where zips are published as they were built. */
  static Optional<String> between(LayerDescriptor built, LiveVersion live) {
    return between(built, live, ContentCheck.of(built.zip()));
  }

  /** The first difference, in words. */
  static Optional<String> between(LayerDescriptor built, LiveVersion live, ContentCheck content) {
    LayerDefinition layer = built.definition();
    String version = "version " + live.arn().version();
    Optional<String> difference = content.difference(live);
    if (difference.isPresent()) {
      return difference;
    }
    Set<String> architectures =
        layer.compatibleArchitectures().stream().map(Architecture::id).collect(Collectors.toSet());
    if (layer.architecturesConfigured() && !architectures.equals(live.architectures())) {
      return changed("architectures", version, live.architectures(), architectures);
    }
    String license = layer.licenseInfo() == null ? "" : layer.licenseInfo();
    if (!license.equals(live.licenseInfo())) {
      return changed("licence", version, live.licenseInfo(), license);
    }
    Set<String> runtimes =
        layer.compatibleRuntimes().stream().map(LambdaRuntime::id).collect(Collectors.toSet());
    if (layer.runtimesConfigured() && !runtimes.equals(live.runtimes())) {
      return changed("runtimes", version, live.runtimes(), runtimes);
    }
    return Optional.empty();
  }

  private static Optional<String> changed(String what, String version, Object live, Object wanted) {
    return Optional.of(
        Messages.format("%s has the %s '%s', not '%s'", version, what, live, wanted));
  }
}
