package io.github.lambdalayer.publish;

import io.github.lambdalayer.aws.LambdaLayers;
import io.github.lambdalayer.aws.LambdaLayers.Listed;
import io.github.lambdalayer.aws.LiveVersion;
import io.github.lambdalayer.layer.LayerName;
import java.util.List;
import java.util.Optional;

/**
 * What is live of a layer in one region.
 *
 * @param newest the newest version that holds content, if there is one
 * @param highest the highest live number, 0 without any
 * @param padding the numbers of padding versions, which a run that died has left
 */
public record LiveLayer(Optional<LiveVersion> newest, long highest, List<Long> padding) {

  public LiveLayer {
    padding = List.copyOf(padding);
  }

  /** Reads it. */
  public static LiveLayer read(LambdaLayers layers, LayerName name) {
    List<Listed> listed = layers.newestOnes(name);
    if (listed.isEmpty()) {
      return new LiveLayer(Optional.empty(), 0, List.of());
    }
    if (listed.stream().anyMatch(Padding::isNamed)) {
      listed = layers.above(name, 0);
    }
    return new LiveLayer(
        newest(layers, name, listed), listed.get(0).number(), padding(layers, name, listed));
  }

  private static List<Long> padding(LambdaLayers layers, LayerName name, List<Listed> listed) {
    return listed.stream()
        .filter(version -> Padding.is(layers, name, version))
        .map(Listed::number)
        .toList();
  }

  /** Looks below padding, and below a version that was deleted in this moment. */
  private static Optional<LiveVersion> newest(
      LambdaLayers layers, LayerName name, List<Listed> listed) {
    return listed.stream()
        .map(version -> layers.find(name, version.number()))
        .flatMap(Optional::stream)
        .filter(version -> !Padding.is(version))
        .findFirst();
  }
}
