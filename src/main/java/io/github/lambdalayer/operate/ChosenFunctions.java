package io.github.lambdalayer.operate;

import io.github.lambdalayer.aws.FunctionVersion;
import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.LayerName;
import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.publish.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Which of the functions of all targets are meant; several threads may ask. */
final class ChosenFunctions {

  private final AttachRequest request;
  private final WantedLayers layers;
  private final Leftovers leftovers;
  private final Map<String, Map<String, String>> tags = new ConcurrentHashMap<>();

  /** Those that were asked about, by the name of any of which a function may be meant. */
  private final Queue<FunctionChoice.Candidate> all = new ConcurrentLinkedQueue<>();

  /** Those of them that patterns and tags may choose. */
  private final Queue<FunctionChoice.Candidate> users = new ConcurrentLinkedQueue<>();

  ChosenFunctions(AttachRequest request, WantedLayers layers, Leftovers leftovers) {
    this.request = request;
    this.layers = layers;
    this.leftovers = leftovers;
  }

  /** One that is named is meant, also where it does not use the layer: then that is told. */
  boolean isChosen(Target target, FunctionVersion function) {
    var candidate = new FunctionChoice.Candidate(function.name(), tags(target, function));
    all.add(candidate);
    boolean isUser = isUser(function);
    if (isUser) {
      users.add(candidate);
    }
    return request.functions().names(candidate)
        || (isUser && request.functions().matches(candidate));
  }

  private Supplier<Map<String, String>> tags(Target target, FunctionVersion function) {
    return () -> tags.computeIfAbsent(function.arn(), arn -> target.functions().tags(arn));
  }

  /** Whether it uses one of the layers, or is to have it anyway. */
  boolean isUser(FunctionVersion function) {
    return request.isAdded() || request.layers().stream().anyMatch(name -> uses(function, name));
  }

  /** Whether it uses a layer, or has until a run that was stopped has taken it away. */
  boolean uses(FunctionVersion function, LayerName name) {
    return Stream.of(function.layerArns(), leftovers.before(function))
        .flatMap(List::stream)
        .anyMatch(arn -> is(arn, name, function));
  }

  /** Whether an ARN is of one of the layers, as a function uses them. */
  boolean isWanted(String arn, FunctionVersion function) {
    return request.layers().stream().anyMatch(name -> is(arn, name, function));
  }

  private boolean is(String arn, LayerName name, FunctionVersion function) {
    return WantedLayer.is(arn, name, layers.owner(function));
  }

  /**
   * Names, patterns and tags that choose nothing are slips of the pen. Only where the layer is taken away
   * may there be nothing to do for patterns and tags: then it has been done before.
   */
  void refuseUnknown(List<Target> targets) {
    var vain = new ArrayList<String>();
    told(vain, "names %s, and there is no such function", request.functions().vainNames(all));
    if (!request.version().isNone()) {
      List<String> patterns = request.functions().vainPatterns(users);
      String users = request.isAdded() ? "function" : "function that uses the layer";
      told(vain, "chooses with %s no " + users, patterns);
    }
    if (!vain.isEmpty()) {
      throw new InvalidInputException(
          Messages.format(
              "<functions> %s in %s. Check it, <regions> and <targets>.",
              String.join("; it ", vain),
              String.join(", ", targets.stream().map(Target::toString).toList())));
    }
  }

  private static void told(List<String> vain, String format, List<String> items) {
    if (!items.isEmpty()) {
      vain.add(Messages.format(format, String.join(", ", items)));
    }
  }
}
