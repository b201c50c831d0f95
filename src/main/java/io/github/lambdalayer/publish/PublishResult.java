package io.github.lambdalayer.publish;

import io.github.lambdalayer.layer.LayerDefinition;
import io.github.lambdalayer.layer.LayerName;
import java.util.List;

/**
 * What became of a layer in all its regions.
 *
 * @param layer the layer as it was asked for
 * @param targets a result for each region, in the order they were asked for
 */
public record PublishResult(LayerDefinition layer, List<TargetResult> targets) {

  public PublishResult {
    targets = List.copyOf(targets);
  }

  /** The layer's name. */
  public LayerName layerName() {
    return layer.name();
  }

  /** The regions that are not as they were wanted. */
  public List<TargetResult> failures() {
    return targets.stream().filter(t -> t.status() == TargetResult.Status.FAILED).toList();
  }
}
