package io.github.lambdalayer.lint;

import static java.util.stream.Collectors.joining;

import io.github.lambdalayer.content.ContentDocument.Item;
import io.github.lambdalayer.layer.Audience;
import io.github.lambdalayer.layer.Limits;
import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.lint.ArtifactDifference.Group;
import io.github.lambdalayer.lint.ArtifactDifference.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Compares what a function is built with to what its layers hold. Scope {@code provided} is a promise
 * that Maven does not keep by itself: an artifact that a compile dependency reaches too is bundled, the
 * function's dependencyManagement changes versions, a declaration of scope test displaces what a layer
 * brings, and a layer's filter leaves artifacts out.
 */
public final class FunctionComparison {

  private final List<UsedLayer> layers;

  /** The layers that the function runs with. */
  public FunctionComparison(List<UsedLayer> layers) {
    this.layers = List.copyOf(layers);
  }

  /** What is wrong with the layers themselves. */
  public List<Finding> ofLayers() {
    List<UsedLayer> most = most();
    return most.size() <= Limits.LAYERS_OF_A_FUNCTION
        ? List.of()
        : List.of(
            Rule.TOO_MANY_LAYERS.found(
                Messages.format(
                    "The function would have %d layers, and Lambda allows %d: %s.",
                    most.size(), Limits.LAYERS_OF_A_FUNCTION, labels(most.stream())),
                "Name those that it uses in <layers>, or build fewer and larger ones."));
  }

  /** The most layers that a function of one runtime and one architecture can use. */
  private List<UsedLayer> most() {
    List<UsedLayer> most = List.of();
    for (String runtime : named(Audience::runtimes)) {
      for (String architecture : named(Audience::architectures)) {
        List<UsedLayer> together =
            layers.stream()
                .filter(layer -> layer.audience().includes(runtime, architecture))
                .toList();
        most = together.size() > most.size() ? together : most;
      }
    }
    return most;
  }

  /** Those that any layer is meant for; where none names one, one stands for all. */
  private List<String> named(Function<Audience, List<String>> of) {
    List<String> named =
        layers.stream().flatMap(layer -> of.apply(layer.audience()).stream()).distinct().toList();
    return named.isEmpty() ? List.of("") : named;
  }

  /** What there is to compare: what only tests need, and no layer has, is nobody's business. */
  public List<FunctionArtifact> comparable(List<FunctionArtifact> artifacts) {
    return artifacts.stream()
        .filter(
            artifact ->
                artifact.use() != FunctionArtifact.Use.TEST
                    || layers.stream().anyMatch(layer -> !layer.onClassPath(artifact).isEmpty()))
        .toList();
  }

  /**
   * What is wrong with the artifacts, in the order given: one finding for those with the same fault
   * towards the same layer that one dependency of the function brings.
   */
  public List<Finding> of(List<FunctionArtifact> artifacts) {
    var groups = new LinkedHashMap<Group, List<ArtifactDifference>>();
    List<ArtifactDifference> all =
        comparable(artifacts).stream().flatMap(one -> difference(one).stream()).toList();
    List<FunctionArtifact> otherVersions =
        all.stream()
            .filter(one -> one.kind() == Kind.COMPILED_VERSION)
            .map(ArtifactDifference::artifact)
            .filter(FunctionArtifact::isDirect)
            .toList();
    for (ArtifactDifference one : all) {
      boolean comesWithOther =
          one.kind() == Kind.NOWHERE
              && !one.artifact().isDirect()
              && otherVersions.stream()
                  .anyMatch(other -> other.direct().equals(one.artifact().direct()));
      ArtifactDifference found = comesWithOther ? one.withOtherVersion() : one;
      groups.computeIfAbsent(found.group(), group -> new ArrayList<>()).add(found);
    }
    return groups.values().stream()
        .filter(FunctionComparison::isWorthSaying)
        .map(FunctionComparison::finding)
        .toList();
  }

  /** What a test library brings, which the function does not declare, displaces nothing. */
  private static boolean isWorthSaying(List<ArtifactDifference> group) {
    return group.get(0).kind() != Kind.DISPLACED
        || group.stream().anyMatch(difference -> difference.artifact().isDirect());
  }

  private static Finding finding(List<ArtifactDifference> group) {
    // Mending the declaration of the direct dependency mends what comes with it.
    ArtifactDifference first =
        group.stream().filter(one -> one.artifact().isDirect()).findFirst().orElse(group.get(0));
    return first
        .kind()
        .rule()
        .found(
            Place.of(first.artifact().trail()),
            Stream.concat(
                    Stream.of(first.explanation()), group.stream().map(ArtifactDifference::line))
                .collect(joining("\n")),
            first.fix(group));
  }

  private Optional<ArtifactDifference> difference(FunctionArtifact artifact) {
    if (artifact.isOfTheRuntime() && isManaged()) {
      return Optional.empty();
    }
    return layers.stream()
        .flatMap(layer -> otherVersion(artifact, layer).stream())
        .findFirst()
        .or(
            () ->
                switch (artifact.use()) {
                  case BUNDLED -> inLayer(Kind.BUNDLED_DUPLICATE, artifact);
                  case TEST -> inLayer(Kind.DISPLACED, artifact);
                  case PROVIDED -> missing(artifact);
                });
  }

  /** A managed runtime's own JARs come before any other; a custom one has what a layer brings. */
  private boolean isManaged() {
    return named(Audience::runtimes).stream().anyMatch(id -> !id.startsWith("provided"));
  }

  private Optional<ArtifactDifference> otherVersion(FunctionArtifact artifact, UsedLayer layer) {
    List<Item> items = layer.onClassPath(artifact);
    if (items.isEmpty() || layer.hasOnClassPath(artifact) || isForOthers(artifact, layer)) {
      return Optional.empty();
    }
    Kind kind =
        switch (artifact.use()) {
          case BUNDLED -> Kind.BUNDLED_VERSION;
          case PROVIDED -> Kind.COMPILED_VERSION;
          case TEST -> Kind.TESTED_VERSION;
        };
    return Optional.of(
        new ArtifactDifference(
            kind, artifact, layer.label(), items.get(0).version(), isDirectInLayer(artifact)));
  }

  /** Whether a layer has the dependency that brought an artifact, in whatever version. */
  private boolean isDirectInLayer(FunctionArtifact artifact) {
    return layers.stream()
        .flatMap(layer -> layer.classPath().stream())
        .anyMatch(
            item -> artifact.direct().startsWith(item.groupId() + ":" + item.artifactId() + ":"));
  }

  /** Whether the function has the right version in a layer that it uses in place of this one. */
  private boolean isForOthers(FunctionArtifact artifact, UsedLayer layer) {
    return layers.stream()
        .filter(other -> !other.audience().canMeet(layer.audience()))
        .anyMatch(other -> other.hasOnClassPath(artifact));
  }

  private Optional<ArtifactDifference> inLayer(Kind kind, FunctionArtifact artifact) {
    return layers.stream()
        .filter(layer -> layer.hasOnClassPath(artifact))
        .findFirst()
        .map(
            layer ->
                new ArtifactDifference(
                    kind, artifact, layer.label(), artifact.version(), isDirectInLayer(artifact)));
  }

  /** Promised by a layer's POM, or by somebody who knows more than the layers say. */
  private Optional<ArtifactDifference> missing(FunctionArtifact artifact) {
    if (layers.stream().anyMatch(layer -> layer.holds(artifact) || layer.isZip(artifact))) {
      return Optional.empty();
    }
    if (layers.stream().anyMatch(layer -> !layer.isDocumented())) {
      // It may be in the layer that does not tell what it has; what classes tell is certain.
      return Optional.empty();
    }
    List<UsedLayer> promising =
        layers.stream().filter(layer -> layer.isBroughtBy(artifact.direct())).toList();
    return Optional.of(
        promising.isEmpty()
            ? new ArtifactDifference(Kind.NOWHERE, artifact, labels(layers.stream()), "", false)
            : new ArtifactDifference(
                Kind.LEFT_OUT, artifact, labels(promising.stream()), "", false));
  }

  private static String labels(Stream<UsedLayer> layers) {
    return layers.map(UsedLayer::label).collect(joining(", "));
  }
}
