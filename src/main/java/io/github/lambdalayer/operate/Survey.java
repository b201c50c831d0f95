package io.github.lambdalayer.operate;

import io.github.lambdalayer.aws.LambdaCallException;
import io.github.lambdalayer.aws.LambdaLayers;
import io.github.lambdalayer.aws.LambdaLayers.Listed;
import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.LayerName;
import io.github.lambdalayer.publish.Destinations;
import io.github.lambdalayer.publish.Padding;
import io.github.lambdalayer.publish.Place;
import io.github.lambdalayer.publish.Target;
import io.github.lambdalayer.publish.TargetException;
import io.github.lambdalayer.publish.Unreachable;
import io.github.lambdalayer.publish.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Examines layers in all their targets at the same time. */
final class Survey {

  private final Workers workers;
  private final Map<Target, Usage> usages = new ConcurrentHashMap<>();

  Survey(Workers workers) {
    this.workers = workers;
  }

  /** Examines one layer in one target. */
  interface Examination<T> {

    /** What was found. */
    T of(OperatedLayer layer, Target target);
  }

  /**
   * One layer in one place: what was found, or what stands in the way.
   *
   * @param layer the layer
   * @param place the place
   * @param found what was found
   * @param problem why nothing was
   */
  record Examined<T>(
      OperatedLayer layer, Place place, @Nullable T found, @Nullable String problem) {}

  private record Task(OperatedLayer layer, Target target) {}

  /** All of them, layer by layer, in the order of the targets. */
  <T> List<Examined<T>> of(
      List<OperatedLayer> layers, Destinations destinations, Examination<T> examination) {
    List<Target> targets = destinations.targets();
    var tasks = new ArrayList<Task>();
    layers.forEach(layer -> targets.forEach(target -> tasks.add(new Task(layer, target))));
    List<Examined<T>> found = workers.all(tasks, task -> examined(task, examination));
    var all = new ArrayList<Examined<T>>();
    for (int i = 0; i < layers.size(); i++) {
      OperatedLayer layer = layers.get(i);
      all.addAll(found.subList(i * targets.size(), (i + 1) * targets.size()));
      for (Unreachable one : destinations.unreachable()) {
        all.add(new Examined<>(layer, one.place(), null, one.message()));
      }
    }
    return all;
  }

  private static <T> Examined<T> examined(Task task, Examination<T> examination) {
    Place place = task.target().place();
    try {
      T found = examination.of(task.layer(), task.target());
      return new Examined<>(task.layer(), place, found, null);
    } catch (LambdaCallException | InvalidInputException | TargetException e) {
      return new Examined<>(task.layer(), place, null, String.valueOf(e.getMessage()));
    }
  }

  /** The functions of a target, asked for once, whatever number of layers is looked at. */
  Usage usage(Target target) {
    return usages.computeIfAbsent(target, Usage::read);
  }

  /** All live versions of a layer with their users, newest first; grants are not read. */
  List<VersionFacts> versions(OperatedLayer layer, Target target, @Nullable Usage usage) {
    LambdaLayers layers = target.layers();
    LayerName name = layer.name();
    return layers.all(name).stream().map(one -> facts(layers, name, one, usage)).toList();
  }

  private static VersionFacts facts(
      LambdaLayers layers, LayerName name, Listed listed, @Nullable Usage usage) {
    List<String> users = usage == null ? null : usage.of(listed.arn());
    return new VersionFacts(listed, Padding.is(layers, name, listed), users, null);
  }
}
