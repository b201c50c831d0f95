package io.github.lambdalayer.operate;

import io.github.lambdalayer.aws.FunctionVersion;
import io.github.lambdalayer.layer.LayerVersionArn;
import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.publish.Place;
import io.github.lambdalayer.publish.Target;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A function that is to have other layers.
 *
 * @param target where it is
 * @param function the function as it was read
 * @param before the layers that it goes back to if something fails: those that it had before a run that
 *     died half-way, where there was one
 * @param after the layers that it is to have
 */
public record Move(
    Target target,
    FunctionVersion function,
    List<LayerVersionArn> before,
    List<LayerVersionArn> after) {

  public Move {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }

  /** A layer of the function that becomes another version; from or to is null where there is none. */
  record Change(@Nullable LayerVersionArn from, @Nullable LayerVersionArn to) {

    private String line() {
      if (from == null) {
        return "+ " + number(to);
      }
      return to == null ? "- " + number(from) : number(from) + " -> " + to.version();
    }

    private static String number(@Nullable LayerVersionArn arn) {
      return arn == null ? "" : arn.layerName() + ":" + arn.version();
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
    for (LayerVersionArn old : before) {
      if (!after.contains(old)) {
        changes.add(new Change(old, sameLayer(after, old)));
      }
    }
    for (LayerVersionArn now : after) {
      if (!before.contains(now) && sameLayer(before, now) == null) {
        changes.add(new Change(null, now));
      }
    }
    return changes;
  }

  private static @Nullable LayerVersionArn sameLayer(
      List<LayerVersionArn> arns, LayerVersionArn wanted) {
    return arns.stream().filter(arn -> isSameLayer(arn, wanted)).findFirst().orElse(null);
  }

  static boolean isSameLayer(LayerVersionArn one, LayerVersionArn other) {
    return one.layerName().equals(other.layerName()) && one.account().equals(other.account());
  }

  /** For each layer that changes, the parameters with which attach takes that back. */
  public List<String> wayBack() {
    return changes().stream().map(this::wayBack).toList();
  }

  private String wayBack(Change change) {
    LayerVersionArn layer = change.from() == null ? change.to() : change.from();
    String account = function.account();
    return Messages.format(
        "-DlambdaLayer.layerName=%s%s -DlambdaLayer.version=%s -DlambdaLayer.functions=%s"
            + " -DlambdaLayer.regions=%s%s -DlambdaLayer.yes",
        layer == null ? "" : layer.layerName(),
        layer == null || layer.account().equals(account)
            ? ""
            : " -DlambdaLayer.owner=" + layer.account(),
        change.from() == null ? "none" : Long.toString(change.from().version()),
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
