package io.github.lambdalayer.lint;

import io.github.lambdalayer.content.ContentDocument.Item;
import io.github.lambdalayer.layer.Limits;
import io.github.lambdalayer.layer.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Compares what a function is built with to what its layers hold. Scope {@code provided} is a promise
 * that Maven does not keep by itself: an artifact that a compile dependency reaches too is bundled, the
 * function's dependencyManagement changes versions, and a layer's filter leaves artifacts out.
 */
public final class FunctionComparison {

  private static final String ALLOW =
      " If it is meant so, name it in <allowedDifferences><allowedDifference>%s</allowedDifference>"
          + "</allowedDifferences>.";

  private final List<UsedLayer> layers;

  /** The layers that the function runs with. */
  public FunctionComparison(List<UsedLayer> layers) {
    this.layers = List.copyOf(layers);
  }

  /** What is wrong with each artifact, and with the layers themselves, in the order given. */
  public List<Finding> of(List<FunctionArtifact> artifacts) {
    var findings = new ArrayList<Finding>();
    tooMany().ifPresent(findings::add);
    for (FunctionArtifact artifact : artifacts) {
      finding(artifact).ifPresent(findings::add);
    }
    return findings;
  }

  private Optional<Finding> tooMany() {
    return layers.size() <= Limits.LAYERS_OF_A_FUNCTION
        ? Optional.empty()
        : Optional.of(
            error(
                "The function would have %d layers, and Lambda allows %d: %s. Name those that it"
                    + " uses in <layers>, or build fewer and larger ones.",
                layers.size(),
                Limits.LAYERS_OF_A_FUNCTION,
                layers.stream().map(UsedLayer::label).collect(Collectors.joining(", "))));
  }

  private Optional<Finding> finding(FunctionArtifact artifact) {
    Optional<Finding> otherVersion =
        layers.stream().flatMap(layer -> otherVersion(artifact, layer).stream()).findFirst();
    if (otherVersion.isPresent()) {
      return otherVersion;
    }
    if (artifact.isBundled()) {
      return layers.stream()
          .filter(layer -> !layer.onClassPath(artifact).isEmpty())
          .findFirst()
          .map(layer -> duplicate(artifact, layer));
    }
    return artifact.isOfTheRuntime() || layers.stream().anyMatch(layer -> layer.holds(artifact))
        ? Optional.empty()
        : Optional.of(missing(artifact));
  }

  private static Optional<Finding> otherVersion(FunctionArtifact artifact, UsedLayer layer) {
    List<Item> items = layer.onClassPath(artifact);
    boolean isInIt = items.stream().anyMatch(item -> item.version().equals(artifact.version()));
    if (items.isEmpty() || isInIt) {
      return Optional.empty();
    }
    String version = items.get(0).version();
    return Optional.of(
        artifact.isBundled()
            ? bundledVersion(artifact, layer, version)
            : compiledVersion(artifact, layer, version));
  }

  private static Finding bundledVersion(FunctionArtifact artifact, UsedLayer layer, String other) {
    return error(
        "%s is bundled with the function in version %s, and the layer %s has %s. The function's own"
            + " wins, for /var/task comes before /opt/java/lib, and what else is in the layer meets"
            + " a version that it was not built with. It comes by %s: use version %s, and exclude it"
            + " there, or give that dependency scope provided."
            + ALLOW,
        artifact.name(),
        artifact.version(),
        layer.label(),
        other,
        artifact.path(),
        other,
        artifact.name());
  }

  private static Finding compiledVersion(FunctionArtifact artifact, UsedLayer layer, String other) {
    return error(
        "%s is on the function's compile class path in version %s, and the layer %s has %s, which is"
            + " the one that it runs with. It comes by %s: set version %s in <dependencyManagement>,"
            + " or build the layer with %s."
            + ALLOW,
        artifact.name(),
        artifact.version(),
        layer.label(),
        other,
        artifact.path(),
        other,
        artifact.version(),
        artifact.name());
  }

  private static Finding duplicate(FunctionArtifact artifact, UsedLayer layer) {
    return warning(
        "%s %s is bundled with the function, and in the layer %s too, in version %s. It comes by %s:"
            + " exclude it there, or give that dependency scope provided."
            + ALLOW,
        artifact.name(),
        artifact.version(),
        layer.label(),
        artifact.version(),
        artifact.path(),
        artifact.name());
  }

  /** Promised by a layer's POM, or by somebody who knows more than the layers say. */
  private Finding missing(FunctionArtifact artifact) {
    Optional<UsedLayer> promising =
        layers.stream()
            .filter(layer -> artifact.trail().size() > 1)
            .filter(layer -> layer.isBroughtBy(artifact.trail().get(1)))
            .findFirst();
    return promising.isPresent()
        ? error(
            "%s %s comes with the dependency on the layer %s, which does not hold it: the layer's"
                + " <includes> or <excludes> leave it out. It comes by %s: put it into the layer, or"
                + " add it to the function as a dependency of scope compile."
                + ALLOW,
            artifact.name(),
            artifact.version(),
            promising.get().label(),
            artifact.path(),
            artifact.name())
        : warning(
            "%s %s has scope provided and is in no layer of the function (%s). It comes by %s: give"
                + " it scope compile, or add the layer that holds it."
                + ALLOW,
            artifact.name(),
            artifact.version(),
            layers.stream().map(UsedLayer::label).collect(Collectors.joining(", ")),
            artifact.path(),
            artifact.name());
  }

  private static Finding error(String message, Object... values) {
    return new Finding(Finding.Severity.ERROR, Messages.format(message, values));
  }

  private static Finding warning(String message, Object... values) {
    return new Finding(Finding.Severity.WARNING, Messages.format(message, values));
  }
}
