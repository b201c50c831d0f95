package io.github.lambdalayer.output;

import io.github.lambdalayer.archive.LayerZip;
import io.github.lambdalayer.layer.LayerDefinition;
import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.output.PlanDocument.Action;
import io.github.lambdalayer.publish.LayerDifference;
import io.github.lambdalayer.publish.LayerPlan;
import io.github.lambdalayer.publish.Place;
import io.github.lambdalayer.publish.PublishResult;
import io.github.lambdalayer.publish.TargetPlan;
import io.github.lambdalayer.publish.TargetResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Plans as documents, and as lines for people. */
public final class PlanLines {

  private PlanLines() {}

  /**
   * A plan as a document.
   *
   * @param differences what changes against live content, by its digest
   */
  public static PlanDocument.Layer layer(
      LayerPlan plan, Map<String, Optional<LayerDifference>> differences) {
    LayerZip zip = plan.request().layer().zip();
    return new PlanDocument.Layer(
        plan.request().layer().definition().name().value(),
        new PlanDocument.Zip(zip.codeSha256(), zip.size()),
        plan.targets().stream().map(target -> target(plan, target, differences)).toList());
  }

  private static PlanDocument.Target target(
      LayerPlan plan, TargetPlan target, Map<String, Optional<LayerDifference>> differences) {
    Place place = target.place();
    boolean removeOthers = plan.request().options().removeOtherGrants();
    return new PlanDocument.Target(
        place.account(),
        place.identity().isEmpty() ? null : place.identity(),
        place.region(),
        target.isKept() ? Action.KEEP : Action.PUBLISH,
        target.newest().map(live -> live.arn().version()).orElse(null),
        target.newest().map(live -> live.arn().toString()).orElse(null),
        target.reason(),
        texts(target.missing()),
        removeOthers ? texts(target.others()) : List.of(),
        plan.alignedNumber(target).orElse(null),
        target
            .newest()
            .flatMap(live -> differences.getOrDefault(live.codeSha256(), Optional.empty()))
            .orElse(null),
        target.parameters(),
        plan.request().options().alignVersions() ? target.padding() : List.of(),
        null);
  }

  private static List<String> texts(List<?> values) {
    return values.stream().map(Object::toString).toList();
  }

  /** Targets that cannot be published to, and those that wait for them. */
  public static PlanDocument.Layer blocked(PublishResult result) {
    return new PlanDocument.Layer(
        result.layerName().value(),
        null,
        result.targets().stream().map(target -> blocked(result.layer(), target)).toList());
  }

  private static PlanDocument.Target blocked(LayerDefinition layer, TargetResult target) {
    return new PlanDocument.Target(
        target.place().account(),
        target.place().identity().isEmpty() ? null : target.place().identity(),
        target.region(),
        Action.BLOCKED,
        null,
        null,
        target.reason(),
        texts(layer.permissions()),
        List.of(),
        null,
        null,
        List.of(),
        List.of(),
        null);
  }

  /** A line for each target, under the names of the columns. */
  public static List<String> table(PlanDocument.Layer layer) {
    var rows = new ArrayList<List<String>>();
    rows.add(List.of("account", "region", "live", "to be done", "for"));
    for (PlanDocument.Target target : layer.targets()) {
      rows.add(
          List.of(
              orDash(target.account()),
              target.region(),
              orDash(target.liveVersion()),
              done(target),
              target.reason()));
    }
    return Columns.lines(rows);
  }

  private static String done(PlanDocument.Target target) {
    var done = new ArrayList<String>();
    done.add(target.action() == Action.KEEP ? "keep" : "publish");
    if (target.padTo() != null) {
      done.add(Messages.format("as %d at least", target.padTo()));
    }
    if (!target.grant().isEmpty()) {
      done.add("grant " + target.grant().size());
    }
    if (!target.revoke().isEmpty()) {
      done.add("revoke " + target.revoke().size());
    }
    if (!target.parameters().isEmpty()) {
      done.add("write parameters " + target.parameters().size());
    }
    if (!target.delete().isEmpty()) {
      done.add("delete padding " + target.delete().size());
    }
    return String.join(", ", done);
  }

  private static String orDash(@Nullable Object value) {
    return value == null ? "-" : value.toString();
  }

  /** Who is let in and shut out, and the parameters that are written, each said once. */
  public static List<String> principals(PlanDocument.Layer layer) {
    var lines = new ArrayList<String>();
    add(lines, "to be granted: ", layer.targets().stream().flatMap(t -> t.grant().stream()));
    add(lines, "to be taken back: ", layer.targets().stream().flatMap(t -> t.revoke().stream()));
    add(lines, "to be written: ", layer.targets().stream().flatMap(t -> t.parameters().stream()));
    return lines;
  }

  private static void add(List<String> lines, String what, Stream<String> principals) {
    String joined = principals.distinct().collect(Collectors.joining(", "));
    if (!joined.isEmpty()) {
      lines.add(what + joined);
    }
  }

  /** What kept versions grant beyond the wanted, where it is left alone. */
  public static List<String> others(LayerPlan plan) {
    return plan.request().options().removeOtherGrants()
        ? List.of()
        : plan.targets().stream()
            .filter(target -> !target.others().isEmpty())
            .map(
                target ->
                    Messages.format(
                        "%s is also shared with what <permissions> does not name: %s. To take that"
                            + " back, set -DlambdaLayer.removeOtherGrants.",
                        target.newest().map(Object::toString).orElse(""),
                        String.join(", ", texts(target.others()))))
            .toList();
  }

  /** Where some content is live: regions that have the same in one line. */
  public static String places(LayerPlan plan, String codeSha256) {
    return plan.targets().stream()
        .filter(
            target ->
                target.newest().filter(live -> live.codeSha256().equals(codeSha256)).isPresent())
        .map(
            target ->
                Messages.format(
                    "version %d in %s",
                    target.newest().map(live -> live.arn().version()).orElse(0L), target.place()))
        .collect(Collectors.joining(", "));
  }
}
