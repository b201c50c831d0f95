package io.github.lambdalayer.operate;

import io.github.lambdalayer.layer.LayerVersionArn;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A layer of a function that becomes another version.
 *
 * @param from the ARN before; null where there is none
 * @param to the ARN behind it; null where there is none
 */
record LayerChange(@Nullable String from, @Nullable String to) {

  LayerChange {
    if (from == null && to == null) {
      throw new IllegalArgumentException("a change of nothing");
    }
  }

  /** What makes one list of layers another one. */
  static List<LayerChange> between(List<String> before, List<String> after) {
    var changes = new ArrayList<LayerChange>();
    for (String old : before) {
      if (!after.contains(old)) {
        changes.add(new LayerChange(old, sameLayer(after, old)));
      }
    }
    for (String made : after) {
      if (!before.contains(made) && sameLayer(before, made) == null) {
        changes.add(new LayerChange(null, made));
      }
    }
    return changes;
  }

  /** The ARN of the layer: that before, where there is one. */
  String layer() {
    return from == null ? Objects.requireNonNull(to) : from;
  }

  /**
   * Takes the change back in a list which somebody else may have changed as well.
   *
   * @param before the list before, in which a layer that was taken away has its place
   */
  void takeBack(List<String> layers, List<String> before) {
    if (to != null) {
      int at = layers.indexOf(to);
      if (at >= 0) {
        layers.remove(at);
        add(layers, at);
      }
    } else {
      add(layers, before.indexOf(layer()));
    }
  }

  /** Lambda takes no two versions of a layer: what is there is of somebody else. */
  private void add(List<String> layers, int at) {
    if (from != null && sameLayer(layers, from) == null) {
      layers.add(Math.min(at, layers.size()), from);
    }
  }

  private static @Nullable String sameLayer(List<String> arns, String wanted) {
    return arns.stream().filter(arn -> layer(arn).equals(layer(wanted))).findFirst().orElse(null);
  }

  /** The ARN without the number; AWS's own layers have none, and are the same only as a whole. */
  private static String layer(String arn) {
    return LayerVersionArn.find(arn).isPresent() ? arn.substring(0, arn.lastIndexOf(':')) : arn;
  }

  /** For people: {@code my-layer:11 -> 12}. */
  @Override
  public String toString() {
    if (from == null) {
      return "+ " + label(layer());
    }
    return to == null
        ? "- " + label(from)
        : label(from) + " -> " + to.substring(to.lastIndexOf(':') + 1);
  }

  /** A list of layers, for people: {@code my-layer:11, other-layer:2}. */
  static String said(List<String> arns) {
    return arns.isEmpty()
        ? "no layers"
        : arns.stream().map(LayerChange::label).collect(Collectors.joining(", "));
  }

  private static String label(String arn) {
    return LayerVersionArn.find(arn)
        .map(layer -> layer.layerName() + ":" + layer.version())
        .orElse(arn);
  }
}
