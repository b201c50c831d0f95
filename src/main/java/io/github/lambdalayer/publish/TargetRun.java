package io.github.lambdalayer.publish;

import io.github.lambdalayer.archive.LayerZip;
import io.github.lambdalayer.aws.LambdaCallException;
import io.github.lambdalayer.aws.LambdaLayers;
import io.github.lambdalayer.aws.LiveVersion;
import io.github.lambdalayer.layer.LayerDefinition;
import io.github.lambdalayer.layer.LayerName;
import io.github.lambdalayer.layer.Limits;
import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.layer.Permission;
import io.github.lambdalayer.publish.TargetResult.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Carries out the plan for one region: make a version, grant, read both back. */
final class TargetRun {

  private final PublishRequest request;
  private final LayerDefinition layer;
  private final LayerName name;
  private final LayerZip zip;
  private final TargetPlan plan;
  private final LambdaLayers layers;
  private final Consumer<String> progress;
  private final List<Permission> granted = new ArrayList<>();
  private Optional<LiveVersion> version;

  TargetRun(
      PublishRequest request, TargetPlan plan, LambdaLayers layers, Consumer<String> progress) {
    this.request = request;
    this.layer = request.layer().definition();
    this.name = layer.name();
    this.zip = request.layer().zip();
    this.plan = plan;
    this.layers = layers;
    this.progress = progress;
    this.version = plan.kept();
  }

  TargetResult run() {
    try {
      if (plan.kept().isPresent()) {
        share(plan.kept().get().arn().version());
        return result(Status.KEPT, plan.reason());
      }
      publish();
      return result(Status.PUBLISHED, plan.reason());
    } catch (LambdaCallException e) {
      return result(Status.FAILED, failure(e));
    } catch (MismatchException e) {
      return result(Status.FAILED, String.valueOf(e.getMessage()));
    }
  }

  private void publish() {
    progress.accept(
        Messages.format(
            "Publishing %s to %s (%s): %s",
            name, plan.region(), Limits.humanBytes(zip.size()), plan.reason()));
    LiveVersion made = layers.publish(layer, zip.file(), zip.size());
    version = Optional.of(made);
    // Before anybody is let in.
    refuseOtherContent(made);
    share(made.arn().version());
    LiveVersion live = layers.get(name, made.arn().version());
    version = Optional.of(live);
    refuseOtherContent(live);
  }

  private void refuseOtherContent(LiveVersion live) {
    if (!live.codeSha256().equals(zip.codeSha256())) {
      throw new MismatchException(
          Messages.format(
              "%s has the digest %s, not that of %s (%s): something between here and Lambda changes"
                  + " what is sent, such as a proxy or code signing. The version is not shared;"
                  + " delete it with: aws lambda delete-layer-version --region %s --layer-name %s"
                  + " --version-number %d",
              live.arn(),
              live.codeSha256(),
              zip.file(),
              zip.codeSha256(),
              plan.region(),
              name,
              live.arn().version()));
    }
  }

  private void share(long number) {
    for (Permission permission : plan.missing()) {
      progress.accept(
          Messages.format("Granting %s on %s:%d in %s", permission, name, number, plan.region()));
      layers.grant(name, number, permission);
      granted.add(permission);
    }
    if (granted.isEmpty()) {
      return;
    }
    List<Permission> absent = layers.policy(name, number).missing(layer.permissions());
    if (!absent.isEmpty()) {
      throw new MismatchException(
          Messages.format(
              "%s:%d in %s does not grant %s, though it was added: a statement of the same id that"
                  + " grants something else is in the way. Remove it with: aws lambda"
                  + " remove-layer-version-permission --region %s --layer-name %s --version-number"
                  + " %d --statement-id %s",
              name,
              number,
              plan.region(),
              absent,
              plan.region(),
              name,
              number,
              absent.get(0).statementId()));
    }
  }

  private String failure(LambdaCallException e) {
    String again =
        request.force() ? " Leave <force> out of the next run: it would make another version." : "";
    if (version.isPresent()) {
      return Messages.format(
          "%s exists, but is not shared and checked as it was wanted: %s. The next run mends it.%s",
          version.get().arn(), e.getMessage(), again);
    }
    if (e.kind() == LambdaCallException.Kind.UNCERTAIN) {
      return Messages.format(
          "%s. A version may have been made or not, and it is not repeated blindly. Wait a minute,"
              + " then run the goal again: a version with this content is found, kept and shared.%s",
          e.getMessage(), again);
    }
    return String.valueOf(e.getMessage());
  }

  private TargetResult result(Status status, String reason) {
    return new TargetResult(
        plan.region(), status, version, reason, granted, layer.permissions(), plan.others());
  }

  /** What is there is not what was written. */
  private static final class MismatchException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MismatchException(String message) {
      super(message);
    }
  }
}
