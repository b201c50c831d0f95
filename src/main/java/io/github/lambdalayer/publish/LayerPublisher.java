package io.github.lambdalayer.publish;

import io.github.lambdalayer.archive.LayerZip;
import io.github.lambdalayer.aws.LambdaConnection;
import io.github.lambdalayer.layer.InlineBody;
import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.LayerDefinition;
import io.github.lambdalayer.layer.Limits;
import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.layer.Permission;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Brings layers to their regions: reads what is live, makes a version only where the newest is
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

  /** A layer with its plans. */
  private record Planned(PublishRequest request, List<TargetPlan> plans) {}

  /**
   * Publishes; all layers are examined in all their regions before the first write, and a region that
   * fails does not keep the others from theirs.
   *
   * @throws InvalidInputException if a layer cannot be published as it is; nothing was written
   * @throws PreflightException if a region cannot be examined; nothing was written
   */
  public List<PublishResult> publish(List<PublishRequest> requests) {
    for (PublishRequest request : requests) {
      refusePublicSnapshot(request);
      refuseTooLarge(request.layer().definition(), request.layer().zip());
    }
    var results = new ArrayList<PublishResult>();
    for (Planned planned : plan(requests)) {
      results.add(run(planned));
    }
    return results;
  }

  private List<Planned> plan(List<PublishRequest> requests) {
    var problems = new ArrayList<Planner.Problem>();
    var planned = new ArrayList<Planned>();
    for (PublishRequest request : requests) {
      planned.add(new Planned(request, new Planner(request, connection).plan(problems)));
    }
    if (!problems.isEmpty()) {
      throw new PreflightException(problems);
    }
    return planned;
  }

  private PublishResult run(Planned planned) {
    var targets = new ArrayList<TargetResult>();
    for (TargetPlan plan : planned.plans()) {
      var layers = connection.in(plan.region());
      targets.add(new TargetRun(planned.request(), plan, layers, progress).run());
    }
    return new PublishResult(planned.request().layer().definition(), targets);
  }

  private static void refusePublicSnapshot(PublishRequest request) {
    boolean isPublic =
        request.layer().definition().permissions().stream()
            .anyMatch(Permission.Everyone.class::isInstance);
    if (isPublic && request.layer().isSnapshot() && !request.allowPublicSnapshot()) {
      throw InvalidInputException.beforeBuild(
          Messages.format(
              "<permissions> has <public/>, and %s is a SNAPSHOT: everyone could use a version that"
                  + " is still in development. Publish a release, or set"
                  + " -DlambdaLayer.allowPublicSnapshot.",
              request.layer().projectVersion()));
    }
  }

  private static void refuseTooLarge(LayerDefinition layer, LayerZip zip) {
    InlineBody body = InlineBody.of(layer);
    if (!body.fits(zip.size())) {
      throw InvalidInputException.beforeBuild(
          Messages.format(
              "%s has %,d bytes: the request would have %,d, and Lambda accepts %,d inline. This"
                  + " release publishes inline only: leave dependencies out with <excludes>, or make"
                  + " two layers.",
              zip.file(), zip.size(), body.length(zip.size()), Limits.INLINE_BODY_BYTES));
    }
  }
}
