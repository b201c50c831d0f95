package io.github.lambdalayer.publish;

import io.github.lambdalayer.aws.Backoff;
import io.github.lambdalayer.aws.Deadline;
import io.github.lambdalayer.aws.ParameterStore;
import io.github.lambdalayer.aws.ParameterStore.Parameter;
import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.LayerName;
import io.github.lambdalayer.layer.LayerVersionArn;
import io.github.lambdalayer.layer.Messages;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of Systems Manager that hold the ARN of a version: {@code latest}, and one with its
 * number. What is right is not written again, and what is no ARN of this layer is never overwritten.
 */
final class ArnParameters {

  private static final String LATEST = "/latest";

  /** Stands for a number that is not known before the version is made. */
  private static final String NUMBER = "/{version}";

  private final LayerName layer;
  private final String path;
  private final Target target;
  private final ParameterStore store;

  private ArnParameters(LayerName layer, String path, Target target) {
    this.layer = layer;
    this.path = path;
    this.target = target;
    this.store = target.connection().parameters(target.region());
  }

  /**
   * Those of a layer in a target, where they are wanted.
   *
   * @throws InvalidInputException if their names cannot be told
   */
  static Optional<ArnParameters> of(PublishRequest request, Target target) {
    ParameterPath path = request.options().parameters();
    LayerName layer = request.layer().definition().name();
    return path == null
        ? Optional.empty()
        : Optional.of(new ArnParameters(layer, path(path, layer, target), target));
  }

  private static String path(ParameterPath path, LayerName layer, Target target) {
    String account = target.account().orElse("");
    if (account.isEmpty() && path.needsAccount()) {
      throw new InvalidInputException(
          Messages.format(
              "<ssmParameter> is '%s', and STS did not tell the account of %s: write its 12 digits in"
                  + " place of {account}.",
              path, target));
    }
    return path.of(layer, target.region(), account);
  }

  /**
   * Refuses two layers that would write the same parameters.
   *
   * @throws InvalidInputException that names both
   */
  static void refuseRivals(List<PublishRequest> requests) {
    var seen = new HashMap<List<String>, LayerName>();
    for (PublishRequest request : requests) {
      ParameterPath path = request.options().parameters();
      LayerName layer = request.layer().definition().name();
      if (path == null) {
        continue;
      }
      for (Target target : request.targets()) {
        String owner = target.account().orElseGet(() -> target.connection().key());
        LayerName other =
            seen.putIfAbsent(
                List.of(owner, target.region(), path.of(layer, target.region(), "0")), layer);
        if (other != null && !other.equals(layer)) {
          throw new InvalidInputException(
              Messages.format(
                  "<ssmParameter> is '%s' for %s and for %s: each would overwrite the other's. Use"
                      + " {layerName} in it, for example /layers/{layerName}.",
                  path, other, layer));
        }
      }
    }
  }

  /**
   * What is to be written once there is a version of a number that is not known yet.
   *
   * @throws InvalidInputException if something else is there
   */
  List<String> toCome() {
    refuseOthers(LATEST, store.find(List.of(path + LATEST)).get(path + LATEST));
    return List.of(path + LATEST, path + NUMBER);
  }

  /**
   * What is to be written for a version that is kept.
   *
   * @throws InvalidInputException if something else is there
   */
  List<String> missing(LayerVersionArn arn) {
    return List.copyOf(toWrite(arn).keySet());
  }

  /** The names, and whether each takes the place of what is there. */
  private Map<String, Boolean> toWrite(LayerVersionArn arn) {
    String own = "/" + arn.version();
    Map<String, Parameter> found = store.find(List.of(path + LATEST, path + own));
    var missing = new LinkedHashMap<String, Boolean>();
    for (String name : List.of(LATEST, own)) {
      Parameter parameter = found.get(path + name);
      refuseOthers(name, parameter);
      if (parameter == null || !parameter.value().equals(arn.toString())) {
        missing.put(path + name, parameter != null);
      }
    }
    return missing;
  }

  private void refuseOthers(String name, @Nullable Parameter parameter) {
    if (parameter == null) {
      return;
    }
    Optional<LayerVersionArn> arn = arn(parameter);
    if (arn.isEmpty()) {
      // A value may be a secret, and is not shown.
      throw refused(
          name,
          Messages.format("a %s of this name", parameter.type()),
          "holds no layer's ARN",
          "Choose another path");
    }
    if (!isOfThisLayer(arn.get())) {
      throw refused(
          name,
          "a parameter of this name",
          "holds the ARN of another layer, " + arn.get(),
          "Put {layerName} into the path, for example /layers/{layerName}");
    }
  }

  private static Optional<LayerVersionArn> arn(Parameter parameter) {
    try {
      return parameter.type().equals(ParameterStore.STRING)
          ? Optional.of(LayerVersionArn.parse(parameter.value()))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private boolean isOfThisLayer(LayerVersionArn arn) {
    return arn.layerName().equals(layer)
        && target.account().filter(own -> !own.equals(arn.account())).isEmpty();
  }

  private InvalidInputException refused(String name, String what, String why, String fix) {
    return new InvalidInputException(
        Messages.format(
            "<ssmParameter> writes %s, and there is %s in %s that %s: it is not overwritten. %s, or"
                + " delete it with: aws ssm delete-parameter --region %s --name %s",
            path + name, what, target, why, fix, target.region(), path + name));
  }

  /**
   * Writes what is missing for a version that may be used, and reads it back.
   *
   * @return the names of what was written
   */
  List<String> bring(LayerVersionArn arn) {
    Map<String, Boolean> missing = toWrite(arn);
    missing.forEach(
        (name, overwrite) -> store.put(name, arn.toString(), description(name, arn), overwrite));
    if (!missing.isEmpty()) {
      readBack(arn);
    }
    return List.copyOf(missing.keySet());
  }

  private String description(String name, LayerVersionArn arn) {
    return name.endsWith(LATEST)
        ? Messages.format("The newest version of the Lambda layer %s", layer)
        : Messages.format("Version %d of the Lambda layer %s", arn.version(), layer);
  }

  /** What was written may take a moment to be found; and somebody else may write it too. */
  private void readBack(LayerVersionArn arn) {
    Deadline deadline = target.connection().timing().settleDeadline();
    var backoff = new Backoff();
    for (; ; ) {
      List<String> left = missing(arn);
      if (left.isEmpty()) {
        return;
      }
      if (deadline.isOver()) {
        throw new TargetException(
            Messages.format(
                "%s in %s do not hold %s, though they were written: somebody else writes them too. Run"
                    + " the goal again.",
                String.join(", ", left), target, arn));
      }
      deadline.pause(backoff.next());
    }
  }
}
