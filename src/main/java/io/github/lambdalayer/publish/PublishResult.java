package io.github.lambdalayer.publish;

import io.github.lambdalayer.layer.LayerDefinition;
import io.github.lambdalayer.layer.LayerName;
import java.util.List;

/**
 * What became of a layer in all its targets.
 *
 * @param layer the layer as it was asked for
 * @param codeSha256 the SHA-256 of the built zip in base64: that of versions which are not signed
 * @param targets a result for each target, in the order they were asked for
 */
public record PublishResult(LayerDefinition layer, String codeSha256, List<TargetResult> targets) {

  public PublishResult {
    targets = List.copyOf(targets);
  }

  /** The layer's name. */
  public LayerName layerName() {
    return layer.name();
  }

  /** The targets that are not as they were wanted. */
  public List<TargetResult> failures() {
    return targets.stream().filter(target -> !target.isDone()).toList();
  }
}
