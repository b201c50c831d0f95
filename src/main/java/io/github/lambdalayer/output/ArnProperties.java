package io.github.lambdalayer.output;

import io.github.lambdalayer.aws.LiveVersion;
import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.publish.PublishResult;
import io.github.lambdalayer.publish.TargetResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The ARNs of published versions as properties: {@code lambdaLayer.<layerName>.<account>.<region>.arn}
 * for each, {@code lambdaLayer.arn.<region>} where only one is in a region, and {@code
 * lambdaLayer.arn} where there is only one.
 */
public final class ArnProperties {

  private record Arn(String layerName, @Nullable String account, String region, String arn) {}

  private final List<Arn> arns = new ArrayList<>();

  /** Adds one version; it replaces an earlier one of the same layer, account and region. */
  void add(String layerName, @Nullable String account, String region, String arn) {
    var added = new Arn(layerName, account, region, arn);
    arns.removeIf(old -> key(old).equals(key(added)));
    arns.add(added);
  }

  /** Adds what a result has published or kept. */
  public void add(PublishResult result) {
    for (TargetResult target : result.targets()) {
      if (target.isDone() && target.version().isPresent()) {
        LiveVersion live = target.version().get();
        add(
            result.layerName().value(),
            live.arn().account(),
            live.arn().region(),
            live.arn().toString());
      }
    }
  }

  /** All properties, sorted by name. */
  public Map<String, String> asMap() {
    var properties = new TreeMap<String, String>();
    arns.forEach(arn -> properties.put(key(arn), arn.arn()));
    arns.stream()
        .collect(Collectors.groupingBy(Arn::region))
        .forEach((region, in) -> putIfUnique(properties, "lambdaLayer.arn." + region, in));
    putIfUnique(properties, "lambdaLayer.arn", arns);
    return properties;
  }

  private static void putIfUnique(Map<String, String> properties, String name, List<Arn> arns) {
    if (arns.size() == 1) {
      properties.put(name, arns.get(0).arn());
    }
  }

  private static String key(Arn arn) {
    return Messages.format(
        "lambdaLayer.%s.%s.%s.arn", arn.layerName(), arn.account(), arn.region());
  }
}
