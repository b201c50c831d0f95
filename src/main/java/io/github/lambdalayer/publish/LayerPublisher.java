package io.github.lambdalayer.publish;

import io.github.lambdalayer.archive.LayerZip;
import io.github.lambdalayer.aws.LambdaCallException;
import io.github.lambdalayer.aws.LambdaConnection;
import io.github.lambdalayer.aws.LambdaLayers;
import io.github.lambdalayer.aws.LiveVersion;
import io.github.lambdalayer.layer.InlineBody;
import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.LayerDefinition;
import io.github.lambdalayer.layer.LayerName;
import io.github.lambdalayer.layer.Limits;
import io.github.lambdalayer.layer.Permission;
import io.github.lambdalayer.publish.TargetResult.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Brings a layer to its regions: reads what is live, makes a version only where the newest is
 * another one, adds the permissions that are missing, and reads both back.
 */
public final class LayerPublisher {

  private final LambdaConnection connection;
  private final Consumer<String> progress;

  /**
   * Publishes over a connection.
   *
   * @param progress is told what is about to be done
   */
  public LayerPublisher(LambdaConnection connection, Consumer<String> progress) {
    this.connection = connection;
    this.progress = progress;
  }

  /**
   * Publishes; a region that fails does not keep the others from theirs.
   *
   * @throws InvalidInputException if the layer cannot be published as it is; nothing was written
   * @throws PreflightException if a region cannot be examined; nothing was written
   */
  public PublishResult publish(PublishRequest request) {
    LayerDefinition layer = request.layer().definition();
    refusePublicSnapshot(request);
    refuseTooLarge(layer, request.layer().zip());
    var results = new ArrayList<TargetResult>();
    for (TargetPlan plan : new Planner(request, connection).plan()) {
      results.add(new TargetRun(layer, request.layer().zip(), plan).run());
    }
    return new PublishResult(layer.name(), results);
  }

  private static void refusePublicSnapshot(PublishRequest request) {
    boolean isPublic =
        request.layer().definition().permissions().stream()
            .anyMatch(Permission.Everyone.class::isInstance);
    if (isPublic && request.layer().isSnapshot() && !request.allowPublicSnapshot()) {
      throw new InvalidInputException(
          String.format(
              "<permissions> has <public/>, and %s is a SNAPSHOT: everyone could use a version that"
                  + " is still in development. Publish a release, or set"
                  + " -DlambdaLayer.allowPublicSnapshot.",
              request.layer().projectVersion()));
    }
  }

  private static void refuseTooLarge(LayerDefinition layer, LayerZip zip) {
    InlineBody body = InlineBody.of(layer);
    if (!body.fits(zip.size())) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "%s has %,d bytes: the request would have %,d, and Lambda accepts %,d inline. This"
                  + " release publishes inline only: leave dependencies out with <excludes>, or make"
                  + " two layers.",
              zip.file(),
              zip.size(),
              body.length(zip.size()),
              Limits.INLINE_BODY_BYTES));
    }
  }

  /** The work in one region. */
  private final class TargetRun {

    private final LayerDefinition layer;
    private final LayerName name;
    private final LayerZip zip;
    private final TargetPlan plan;
    private final LambdaLayers layers;
    private final List<Permission> granted = new ArrayList<>();
    private Optional<LiveVersion> version;

    TargetRun(LayerDefinition layer, LayerZip zip, TargetPlan plan) {
      this.layer = layer;
      this.name = layer.name();
      this.zip = zip;
      this.plan = plan;
      this.layers = connection.in(plan.region());
      this.version = plan.kept();
    }

    TargetResult run() {
      Status done = plan.kept().isPresent() ? Status.KEPT : Status.PUBLISHED;
      try {
        LiveVersion live = plan.kept().orElseGet(this::makeVersion);
        version = Optional.of(live);
        grant(live.arn().version());
        readBack(live.arn().version());
        return result(done, plan.reason());
      } catch (LambdaCallException e) {
        return result(Status.FAILED, failure(e));
      } catch (ReadBackException e) {
        return result(Status.FAILED, String.valueOf(e.getMessage()));
      }
    }

    private LiveVersion makeVersion() {
      progress.accept(
          String.format(
              "Publishing %s to %s (%s): %s",
              name, plan.region(), Limits.humanBytes(zip.size()), plan.reason()));
      return layers.publish(layer, zip.file(), zip.size());
    }

    private void grant(long number) {
      for (Permission permission : plan.missing()) {
        progress.accept(
            String.format("Granting %s on %s:%d in %s", permission, name, number, plan.region()));
        layers.grant(name, number, permission);
        granted.add(permission);
      }
    }

    private void readBack(long number) {
      if (plan.kept().isEmpty()) {
        LiveVersion live = layers.get(name, number);
        version = Optional.of(live);
        if (!live.codeSha256().equals(zip.codeSha256())) {
          throw new ReadBackException(
              String.format(
                  "%s has the digest %s, not that of %s (%s): it is not what was sent",
                  live.arn(), live.codeSha256(), zip.file(), zip.codeSha256()));
        }
      }
      if (!plan.missing().isEmpty()) {
        List<Permission> absent = layers.policy(name, number).missing(layer.permissions());
        if (!absent.isEmpty()) {
          throw new ReadBackException(
              String.format(
                  "%s:%d does not grant %s, though it was added: a statement of the same id that"
                      + " grants something else is in the way. Remove it with: aws lambda"
                      + " remove-layer-version-permission --layer-name %s --version-number %d"
                      + " --statement-id %s",
                  name, number, absent, name, number, absent.get(0).statementId()));
        }
      }
    }

    private String failure(LambdaCallException e) {
      if (version.isPresent()) {
        return String.format(
            "%s exists, but is not shared and checked as it was wanted: %s. The next run mends it.",
            version.get().arn(), e.getMessage());
      }
      if (e.kind() == LambdaCallException.Kind.UNCERTAIN) {
        return String.format(
            "%s. A version may have been made or not, and it is not repeated blindly. Wait a"
                + " minute, then run the goal again: a version with this content is found, kept and"
                + " shared.",
            e.getMessage());
      }
      return String.valueOf(e.getMessage());
    }

    private TargetResult result(Status status, String reason) {
      return new TargetResult(plan.region(), status, version, reason, granted, layer.permissions());
    }
  }

  /** What was read back is not what was written. */
  private static final class ReadBackException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ReadBackException(String message) {
      super(message);
    }
  }
}
