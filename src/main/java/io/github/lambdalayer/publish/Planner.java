package io.github.lambdalayer.publish;

import io.github.lambdalayer.aws.CodeStorage;
import io.github.lambdalayer.aws.LambdaCallException;
import io.github.lambdalayer.aws.LambdaCallException.Kind;
import io.github.lambdalayer.aws.LambdaLayers;
import io.github.lambdalayer.aws.LayerPolicy;
import io.github.lambdalayer.aws.LiveVersion;
import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.LayerDefinition;
import io.github.lambdalayer.layer.LayerName;
import io.github.lambdalayer.layer.Limits;
import io.github.lambdalayer.layer.Messages;
import java.util.List;
import java.util.Optional;

/** Reads what is live in one target, and whether what is to be done there can be done. */
final class Planner {

  private final PublishRequest request;
  private final LayerDefinition layer;
  private final Target target;
  private final LambdaLayers layers;

  Planner(PublishRequest request, Target target) {
    this.request = request;
    this.layer = request.layer().definition();
    this.target = target;
    this.layers = target.layers();
  }

  /**
   * The plan.
   *
   * @throws LambdaCallException if the target cannot be examined
   * @throws InvalidInputException if it can be seen that publishing there will fail
   */
  TargetPlan plan() {
    LiveLayer live = LiveLayer.read(layers, layer.name());
    Optional<String> difference =
        live.newest()
            .flatMap(v -> Difference.between(request.layer(), v, ContentCheck.of(request, target)));
    if (live.newest().isPresent() && difference.isEmpty() && !request.options().force()) {
      return keep(live, live.newest().get());
    }
    String reason =
        live.newest().isEmpty()
            ? "the layer has no version yet"
            : difference.orElse("<force> is set");
    probe(live);
    return new TargetPlan(
        target,
        live.newest(),
        false,
        reason,
        live.highest(),
        live.padding(),
        LayerPolicy.NONE,
        layer.permissions(),
        List.of(),
        ArnParameters.of(request, target).map(ArnParameters::toCome).orElse(List.of()));
  }

  private TargetPlan keep(LiveLayer live, LiveVersion newest) {
    LayerPolicy policy = layers.policy(layer.name(), newest.arn().version());
    return new TargetPlan(
        target,
        live.newest(),
        true,
        "it has the same content",
        live.highest(),
        live.padding(),
        policy,
        policy.missing(layer.permissions()),
        policy.others(layer.permissions()),
        ArnParameters.of(request, target)
            .map(parameters -> parameters.missing(newest.arn()))
            .orElse(List.of()));
  }

  /**
   * Finds out what reading can tell of writing: whether the calls of the read-back are allowed, which
   * Lambda says of versions too that do not exist, and whether there is room.
   */
  private void probe(LiveLayer live) {
    LayerName name = layer.name();
    if (live.newest().isEmpty()) {
      layers.find(name, live.highest() + 1);
    }
    if (!layer.permissions().isEmpty()) {
      layers.policy(name, Math.max(1, live.highest()));
    }
    if (Routes.of(request) != Upload.Route.REFERENCE) {
      refuseWithoutRoom();
    }
    Routes.source(request, text -> {}).check(target);
  }

  private void refuseWithoutRoom() {
    long size = request.layer().zip().size();
    CodeStorage storage;
    try {
      storage = layers.storage();
    } catch (LambdaCallException e) {
      if (e.kind() == Kind.REFUSED) {
        // Nobody needs this permission to publish, and emulators do not know the call: Lambda
        // itself
        // will say it if there is no room.
        return;
      }
      throw e;
    }
    if (size > storage.left()) {
      throw new InvalidInputException(
          Messages.format(
              "%s has room for %s of code in %s (%s of %s are used), and the zip has %s. Delete old"
                  + " versions of functions and layers there, or have the quota raised.",
              target.account().map(account -> "Account " + account).orElse("The account"),
              Limits.humanBytes(Math.max(0, storage.left())),
              target.region(),
              Limits.humanBytes(storage.used()),
              Limits.humanBytes(storage.limit()),
              Limits.humanBytes(size)));
    }
  }
}
