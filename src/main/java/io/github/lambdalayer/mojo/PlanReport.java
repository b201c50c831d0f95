package io.github.lambdalayer.mojo;

import io.github.lambdalayer.archive.LayerContents;
import io.github.lambdalayer.archive.LayerZip;
import io.github.lambdalayer.archive.LayerZipReader;
import io.github.lambdalayer.aws.LiveVersion;
import io.github.lambdalayer.aws.LiveZipException;
import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.LayerName;
import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.operate.DeletionPlan;
import io.github.lambdalayer.output.PlanDocument;
import io.github.lambdalayer.output.PlanLines;
import io.github.lambdalayer.publish.LayerDifference;
import io.github.lambdalayer.publish.LayerPlan;
import io.github.lambdalayer.publish.PublishResult;
import io.github.lambdalayer.publish.TargetPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugin.logging.Log;

/** Tells what publishing would do: in the log and in a file. */
final class PlanReport {

  private final Path folder;
  private final Log log;
  private final List<PlanDocument.Layer> layers = new ArrayList<>();

  PlanReport(Path folder, Log log) {
    this.folder = folder;
    this.log = log;
  }

  /** Whether anything would be written. */
  boolean hasChanges() {
    return layers.stream()
        .flatMap(layer -> layer.targets().stream())
        .anyMatch(PlanDocument.Target::isChange);
  }

  /** Tells the plan of one layer. */
  void add(LayerPlan plan) throws IOException {
    Map<String, Optional<LayerDifference>> differences = differences(plan);
    PlanDocument.Layer layer = PlanLines.layer(plan, differences);
    layers.add(layer);
    log.info(layer.layerName() + ":");
    PlanLines.table(layer).forEach(line -> log.info("  " + line));
    PlanLines.principals(layer).forEach(line -> log.info("  " + line));
    PlanLines.others(plan).forEach(log::warn);
    differences.forEach(
        (digest, difference) -> {
          if (difference.isPresent()) {
            log.info(Messages.format("  compared with %s:", PlanLines.places(plan, digest)));
            difference.get().lines().forEach(line -> log.info("    " + line));
          }
        });
  }

  /** Adds what is deleted of a layer afterwards, where that is known. */
  void add(DeletionPlan plan) {
    if (plan.reason().isEmpty()) {
      layers.replaceAll(
          layer ->
              layer.layerName().equals(plan.layer().name().value())
                  ? layer.withPrune(plan.place(), plan.deleted())
                  : layer);
    }
  }

  /** One for each content that is live somewhere: regions mostly have the same. */
  private Map<String, Optional<LayerDifference>> differences(LayerPlan plan) throws IOException {
    var differences = new HashMap<String, Optional<LayerDifference>>();
    LayerZip zip = plan.request().layer().zip();
    for (TargetPlan target : plan.targets()) {
      LiveVersion live = target.newest().orElse(null);
      if (live != null
          && !target.isKept()
          && !live.codeSha256().equals(zip.codeSha256())
          && !differences.containsKey(live.codeSha256())) {
        LayerName name = plan.request().layer().definition().name();
        differences.put(live.codeSha256(), difference(target, live, name, zip));
      }
    }
    return differences;
  }

  private Optional<LayerDifference> difference(
      TargetPlan target, LiveVersion live, LayerName name, LayerZip zip) throws IOException {
    LayerContents built = LayerZipReader.read(zip.file());
    try {
      LayerContents contents =
          LayerZipReader.read(target.target().connection().open(live), "the live zip");
      return Optional.of(LayerDifference.between(name, contents, built));
    } catch (LiveZipException | InvalidInputException e) {
      log.warn(
          Messages.format("What changes against %s is not known: %s", live.arn(), e.getMessage()));
      return Optional.empty();
    }
  }

  /** Writes it down. */
  void write() throws IOException {
    log.info("Written to " + PlanDocument.of(layers).write(folder));
  }

  /** Writes down why nothing could be planned. */
  void write(List<PublishResult> blocked) throws IOException {
    PlanDocument.of(blocked.stream().map(PlanLines::blocked).toList()).write(folder);
  }
}
