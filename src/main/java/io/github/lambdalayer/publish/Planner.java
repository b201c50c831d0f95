package io.github.lambdalayer.publish;

import io.github.lambdalayer.archive.LayerDescriptor;
import io.github.lambdalayer.aws.LambdaCallException;
import io.github.lambdalayer.aws.LambdaConnection;
import io.github.lambdalayer.aws.LambdaLayers;
import io.github.lambdalayer.aws.LayerPolicy;
import io.github.lambdalayer.aws.LiveVersion;
import io.github.lambdalayer.layer.Architecture;
import io.github.lambdalayer.layer.LambdaRuntime;
import io.github.lambdalayer.layer.LayerDefinition;
import io.github.lambdalayer.layer.LayerName;
import io.github.lambdalayer.layer.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads what is live in every region, before anything is written in any. */
final class Planner {

  private final PublishRequest request;
  private final LambdaConnection connection;

  Planner(PublishRequest request, LambdaConnection connection) {
    this.request = request;
    this.connection = connection;
  }

  /** Why a layer could not be examined in a region. */
  record Problem(LayerName layer, LambdaCallException failure) {}

  /** A plan for each region that could be examined; what could not is added to the problems. */
  List<TargetPlan> plan(List<Problem> problems) {
    var plans = new ArrayList<TargetPlan>();
    for (String region : request.regions()) {
      try {
        plans.add(plan(region));
      } catch (LambdaCallException e) {
        problems.add(new Problem(request.layer().definition().name(), e));
      }
    }
    return plans;
  }

  private TargetPlan plan(String region) {
    LayerDefinition layer = request.layer().definition();
    LayerName name = layer.name();
    LambdaLayers layers = connection.in(region);
    Optional<LiveVersion> newest = layers.newest(name);
    if (newest.isEmpty()) {
      return TargetPlan.publish(region, "the layer has no version yet", layer.permissions());
    }
    LiveVersion live = newest.get();
    Optional<String> difference = difference(request.layer(), live);
    if (difference.isPresent() || request.force()) {
      String reason = difference.orElse("<force> is set");
      return TargetPlan.publish(region, reason, layer.permissions());
    }
    LayerPolicy policy = layers.policy(name, live.arn().version());
    return TargetPlan.keep(
        region, live, policy.missing(layer.permissions()), policy.others(layer.permissions()));
  }

  /** What makes the live version another one than the built layer; never its description. */
  static Optional<String> difference(LayerDescriptor built, LiveVersion live) {
    LayerDefinition layer = built.definition();
    String version = "version " + live.arn().version();
    if (!built.zip().codeSha256().equals(live.codeSha256())) {
      return Optional.of("the content differs from that of " + version);
    }
    Set<String> architectures =
        layer.compatibleArchitectures().stream().map(Architecture::id).collect(Collectors.toSet());
    if (!architectures.equals(live.architectures())) {
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
