package io.github.lambdalayer.output;

import io.github.lambdalayer.aws.LiveVersion;
import io.github.lambdalayer.layer.LayerVersionArn;
import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.publish.Place;
import io.github.lambdalayer.publish.PublishResult;
import io.github.lambdalayer.publish.TargetResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The ARNs of published versions as properties: {@code lambdaLayer.<layerName>.<account>.<region>.arn}
 * for each, {@code lambdaLayer.arn.<region>} where only one target is in a region, and {@code
 * lambdaLayer.arn} where there is only one target. A target that failed has no property and counts, so
 * that a name does not change its meaning with luck.
 */
public final class ArnProperties {

  private record Target(String layerName, Place place, Optional<LayerVersionArn> arn) {

    boolean isSame(Target other) {
      return layerName.equals(other.layerName) && place.isSame(other.place);
    }
  }

  private final List<Target> targets = new ArrayList<>();

  /** Adds a target; it replaces an earlier one of the same layer, account and region. */
  void add(String layerName, Place place, Optional<LayerVersionArn> arn) {
    var added = new Target(layerName, place, arn);
    targets.removeIf(added::isSame);
    targets.add(added);
  }

  /** Adds what a result has published or kept, and where it has failed to. */
  public void add(PublishResult result) {
    for (TargetResult target : result.targets()) {
      add(
          result.layerName().value(),
          target.knownPlace(),
          target.version().filter(live -> target.isDone()).map(LiveVersion::arn));
    }
  }

  /** All properties, sorted by name. */
  public Map<String, String> asMap() {
    var properties = new TreeMap<String, String>();
    targets.forEach(target -> put(properties, key(target), target));
    targets.stream()
        .collect(Collectors.groupingBy(target -> target.place().region()))
        .forEach((region, in) -> putIfUnique(properties, "lambdaLayer.arn." + region, in));
    putIfUnique(properties, "lambdaLayer.arn", targets);
    return properties;
  }

  private static void putIfUnique(
      Map<String, String> properties, String name, List<Target> targets) {
    if (targets.size() == 1) {
      put(properties, name, targets.get(0));
    }
  }

  private static void put(Map<String, String> properties, String name, Target target) {
    target.arn().ifPresent(arn -> properties.put(name, arn.toString()));
  }

  private static String key(Target target) {
    return Messages.format(
        "lambdaLayer.%s.%s.%s.arn",
        target.layerName(), target.place().account(), target.place().region());
  }
}
