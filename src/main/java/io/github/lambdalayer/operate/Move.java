package io.github.lambdalayer.operate;

import io.github.lambdalayer.aws.FunctionVersion;
import io.github.lambdalayer.layer.LayerVersionArn;
import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.publish.Place;
import io.github.lambdalayer.publish.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A function that is to have other layers.
 *
 * @param target where it is
 * @param function the function as it was read
 * @param before the ARNs of the layers that it goes back to if something fails: those that it had before
 *     a run that died half-way, where there was one
 * @param after the ARNs of the layers that it is to have
 * @param gone those of the layers before that cannot be given to it again
 */
public record Move(
    Target target,
    FunctionVersion function,
    List<String> before,
    List<String> after,
    Set<String> gone) {

  public Move {
    before = List.copyOf(before);
    after = List.copyOf(after);
    gone = Set.copyOf(gone);
  }

  /** Where the function is. */
  public Place place() {
    return target.place();
  }

  /** The function's name. */
  public String name() {
    return function.name();
  }

  /** The layers that it had when it was read. */
  private List<String> now() {
    return function.layerArns();
  }

  /** Whether it has those layers already. */
  public boolean isThere() {
    return now().equals(after);
  }

  /** Whether a run that died has changed it. */
  boolean isLeftBehind() {
    return !now().equals(before);
  }

  /** Whether nothing is to be done, nor taken back if something fails. */
  public boolean isNothing() {
    return isThere() && !isLeftBehind();
  }

  /** All that this run changes, and all that one which died has changed. */
  private List<LayerChange> changes() {
    return Stream.of(now(), after)
        .flatMap(changed -> LayerChange.between(before, changed).stream())
        .distinct()
        .toList();
  }

  /**
   * A list of layers without what was changed. What somebody else has changed meanwhile in another layer
   * stays.
   */
  List<String> takenBack(List<String> layers) {
    if (layers.equals(after) || layers.equals(now())) {
      return before;
    }
    var back = new ArrayList<>(layers);
    changes().forEach(change -> change.takeBack(back, before));
    return back;
  }

  /** The same, with what cannot be given again. */
  Move without(Set<String> lost) {
    return new Move(
        target,
        function,
        before,
        after,
        before.stream().filter(lost::contains).collect(Collectors.toSet()));
  }

  /** What it had and cannot be given again, for people: {@code my-layer:11}. */
  public String lost() {
    return LayerChange.said(before.stream().filter(gone::contains).toList());
  }

  /**
   * For each layer that changes, the parameters with which attach takes that back, or, where that is not there
   * any more, gives it the version {@code NUMBER}.
   */
  public List<String> wayBack() {
    return changes().stream().flatMap(change -> wayBack(change).stream()).distinct().toList();
  }

  private Optional<String> wayBack(LayerChange change) {
    return LayerVersionArn.find(change.layer()).map(layer -> wayBack(change, layer));
  }

  private String wayBack(LayerChange change, LayerVersionArn layer) {
    boolean isGone = gone.contains(change.layer());
    String number = isGone ? "NUMBER" : Long.toString(layer.version());
    return Messages.format(
        "%s -DlambdaLayer.version=%s -DlambdaLayer.functions=%s -DlambdaLayer.regions=%s%s%s"
            + " -DlambdaLayer.yes",
        named(layer, function.account()),
        change.from() == null ? "none" : number,
        name(),
        target.region(),
        change.to() == null ? " -DlambdaLayer.add" : "",
        // What it had counts as well for the run that is to come.
        gone.isEmpty() ? "" : " -DlambdaLayer.allowDeleted");
  }

  /** The parameters that name a layer, as functions of an account use it. */
  static String named(LayerVersionArn layer, String account) {
    String owner = layer.account().equals(account) ? "" : " -DlambdaLayer.owner=" + layer.account();
    return "-DlambdaLayer.layerName=" + layer.layerName() + owner;
  }

  /** What changes, for people: {@code my-layer:11 -> 12}. */
  public String said() {
    if (isNothing()) {
      return "nothing";
    }
    return isThere() ? said(before, after) + " (earlier run)" : said(now(), after);
  }

  private static String said(List<String> from, List<String> to) {
    return LayerChange.between(from, to).stream()
        .map(LayerChange::toString)
        .collect(Collectors.joining(", "));
  }
}
