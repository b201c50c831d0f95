package io.github.lambdalayer.operate;

import io.github.lambdalayer.aws.FunctionVersion;
import io.github.lambdalayer.layer.LayerVersionArn;
import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.publish.Place;
import io.github.lambdalayer.publish.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A function that is to have other layers.
 *
 * @param target where it is
 * @param function the function as it was read
 * @param before the ARNs of the layers that it goes back to if something fails: those that it had before a run that
 *     died half-way, where there was one
 * @param after the layers that it is to have
 */
public record Move(
    Target target,
    FunctionVersion function,
    List<String> before,
    List<String> after) {

  public Move {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }

  /** A layer of the function that becomes another version; from or to is null where there is none. */
  record Change(@Nullable String from, @Nullable String to) {

    private String line() {
      if (from == null) {
        return "+ " + label(to);
      }
      return to == null
          ? "- " + label(from)
          : label(from) + " -> " + to.substring(to.lastIndexOf(':') + 1);
    }

    private static String label(@Nullable String arn) {
      String text = Objects.requireNonNullElse(arn, "");
      return LayerVersionArn.find(text)
          .map(layer -> layer.layerName() + ":" + layer.version())
          .orElse(text);
    }
  }

  /** Where the function is. */
  public Place place() {
    return target.place();
  }

  /** The function's name. */
  public String name() {
    return function.name();
  }

  /** Whether it has those layers already. */
  public boolean isThere() {
    return function.layerArns().equals(after);
  }

  /** Whether nothing is to be done, nor taken back if something fails. */
  public boolean isNothing() {
    return isThere() && before.equals(after);
  }

  List<Change> changes() {
    var changes = new ArrayList<Change>();
    for (String old : before) {
      if (!after.contains(old)) {
        changes.add(new Change(old, sameLayer(after, old)));
      }
    }
    for (String now : after) {
      if (!before.contains(now) && sameLayer(before, now) == null) {
        changes.add(new Change(null, now));
      }
    }
    return changes;
  }

  private static @Nullable String sameLayer(List<String> arns, String wanted) {
    return arns.stream().filter(arn -> layer(arn).equals(layer(wanted))).findFirst().orElse(null);
  }

  /** The ARN without the number; AWS's own layers have none, and are the same only as a whole. */
  private static String layer(String arn) {
    return LayerVersionArn.find(arn).isPresent() ? arn.substring(0, arn.lastIndexOf(':')) : arn;
  }

  /** For each layer that changes, the parameters with which attach takes that back. */
  public List<String> wayBack() {
    return changes().stream().flatMap(change -> wayBack(change).stream()).toList();
  }

  private Optional<String> wayBack(Change change) {
    String arn = change.from() == null ? change.to() : change.from();
    return arn == null
        ? Optional.empty()
        : LayerVersionArn.find(arn).map(layer -> wayBack(change, layer));
  }

  private String wayBack(Change change, LayerVersionArn layer) {
    return Messages.format(
        "-DlambdaLayer.layerName=%s%s -DlambdaLayer.version=%s -DlambdaLayer.functions=%s"
            + " -DlambdaLayer.regions=%s%s -DlambdaLayer.yes",
        layer.layerName(),
        layer.account().equals(function.account())
            ? ""
            : " -DlambdaLayer.owner=" + layer.account(),
        change.from() == null ? "none" : Long.toString(layer.version()),
        name(),
        target.region(),
        change.to() == null ? " -DlambdaLayer.add" : "");
  }

  /** What changes, for people: {@code my-layer:11 -> 12}. */
  public String said() {
    List<String> lines = changes().stream().map(Change::line).toList();
    return lines.isEmpty() ? "nothing" : String.join(", ", lines);
  }
}
