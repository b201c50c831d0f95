package io.github.lambdalayer.lint;

import static java.util.stream.Collectors.joining;

import io.github.lambdalayer.layer.Architecture;
import io.github.lambdalayer.layer.LambdaRuntime;
import io.github.lambdalayer.layer.Messages;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a function runs with its layers: the runtime, and for each architecture the layers that it has
 * there. Layers of one module that no function can use together (one for each architecture, say) stand
 * for each other; all others are meant to be used together.
 */
public final class Surroundings {

  private final List<UsedLayer> layers;
  private final int release;
  private final @Nullable LambdaRuntime givenRuntime;
  private final @Nullable Architecture givenArchitecture;

  /**
   * Of a function.
   *
   * @param release the Java release that its own classes need at least; 0 where it is not known
   * @param runtime what the user says that it runs on
   * @param architecture the machine, if the user says it
   */
  public Surroundings(
      List<UsedLayer> layers,
      int release,
      @Nullable LambdaRuntime runtime,
      @Nullable Architecture architecture) {
    this.layers = List.copyOf(layers);
    this.release = release;
    this.givenRuntime = runtime;
    this.givenArchitecture = architecture;
  }

  /** The layers that say they are for something else, or that nothing could run together. */
  public List<Finding> check() {
    return Stream.concat(runtimes(), architectures()).toList();
  }

  private Stream<Finding> runtimes() {
    if (givenRuntime != null) {
      return misfits(layer -> layer.runsOn(givenRuntime.id()))
          .map(
              layer ->
                  Rule.LAYER_RUNTIME.found(
                      Messages.format(
                          "The function runs on %s, and the layer %s %s.",
                          givenRuntime, layer.label(), runtimesOf(layer)),
                      "Build the layer with that runtime in <compatibleRuntimes>, choose another"
                          + " layer, or correct <runtime>."));
    }
    boolean isForAll = layers.stream().allMatch(l -> l.audience().runtimes().isEmpty());
    return isForAll || runtime().isPresent()
        ? Stream.of()
        : Stream.of(
            Rule.LAYER_RUNTIME.found(
                Messages.format(
                    "No runtime fits the function%s and all of its layers:%n%s",
                    release == 0 ? "" : Messages.format(", whose classes need Java %d,", release),
                    lines(Surroundings::runtimesOf)),
                "Build the layers for a runtime in common with the function, or name those that it"
                    + " uses in <layers>."));
  }

  private Stream<Finding> architectures() {
    if (givenArchitecture != null) {
      return misfits(layer -> isOn(layer, givenArchitecture.id()))
          .map(
              layer ->
                  Rule.LAYER_ARCHITECTURE.found(
                      Messages.format(
                          "The function runs on %s, and the layer %s %s.",
                          givenArchitecture, layer.label(), architecturesOf(layer)),
                      "Choose the layer for that architecture in <layers>, or correct"
                          + " <architecture>."));
    }
    boolean isNamed = layers.stream().anyMatch(l -> !l.audience().architectures().isEmpty());
    return !isNamed || !fittingArchitectures().isEmpty()
        ? Stream.of()
        : Stream.of(
            Rule.LAYER_ARCHITECTURE.found(
                Messages.format(
                    "No architecture fits all layers of the function:%n%s",
                    lines(Surroundings::architecturesOf)),
                "Name those that it uses in <layers>, or build the layers for one in common."));
  }

  /** The first layer of each module that has none for this. */
  private Stream<UsedLayer> misfits(Predicate<UsedLayer> fits) {
    return groups().stream()
        .filter(group -> group.stream().noneMatch(fits))
        .map(group -> group.get(0));
  }

  private static boolean isOn(UsedLayer layer, String architecture) {
    List<String> named = layer.audience().architectures();
    return named.isEmpty() || named.contains(architecture);
  }

  private boolean allFit(Predicate<UsedLayer> fits) {
    return misfits(fits).findAny().isEmpty();
  }

  /** Layers that stand for each other are in one group. */
  private List<List<UsedLayer>> groups() {
    var groups = new ArrayList<List<UsedLayer>>();
    for (UsedLayer layer : layers) {
      groups.stream()
          .filter(group -> group.stream().allMatch(other -> isAlternative(other, layer)))
          .findFirst()
          .ifPresentOrElse(
              group -> group.add(layer), () -> groups.add(new ArrayList<>(List.of(layer))));
    }
    return groups;
  }

  private static boolean isAlternative(UsedLayer one, UsedLayer other) {
    return !one.module().isEmpty()
        && one.module().equals(other.module())
        && !one.audience().canMeet(other.audience());
  }

  /**
   * The runtime: the user's word, else the oldest that runs the function's own classes and that all
   * layers which name runtimes name.
   */
  public Optional<LambdaRuntime> runtime() {
    if (givenRuntime != null) {
      return Optional.of(givenRuntime);
    }
    Stream<LambdaRuntime> named =
        layers.stream()
            .flatMap(layer -> layer.audience().runtimes().stream())
            .distinct()
            .map(LambdaRuntime::new)
            .filter(runtime -> runtime.javaRelease().orElse(0) >= release || isCustom(runtime));
    return Stream.concat(LambdaRuntime.javaRuntimesFor(release).stream(), named)
        .filter(runtime -> runtime.javaRelease().isPresent() || isCustom(runtime))
        .filter(runtime -> allFit(layer -> layer.runsOn(runtime.id())))
        .findFirst();
  }

  private static boolean isCustom(LambdaRuntime runtime) {
    return LambdaRuntime.custom().contains(runtime);
  }

  /** The Java release that the function's own classes need at least; 0 where it is not known. */
  int release() {
    return release;
  }

  /** The layers that a function has at once; one list for each architecture where they differ. */
  public List<List<UsedLayer>> together() {
    List<String> machines =
        givenArchitecture == null ? fittingArchitectures() : List.of(givenArchitecture.id());
    return (machines.isEmpty() ? List.of("") : machines)
        .stream().map(this::layersOn).distinct().toList();
  }

  private List<UsedLayer> layersOn(String architecture) {
    String runtime = runtime().map(LambdaRuntime::id).orElse("");
    List<UsedLayer> used =
        groups().stream()
            .flatMap(
                group -> {
                  List<UsedLayer> fitting =
                      group.stream()
                          .filter(l -> runtime.isEmpty() || l.runsOn(runtime))
                          .filter(l -> architecture.isEmpty() || isOn(l, architecture))
                          .toList();
                  // What does not fit is told as such, and looked at all the same.
                  return (fitting.isEmpty() ? group : fitting).stream();
                })
            .toList();
    return layers.stream().filter(used::contains).toList();
  }

  /** Those that are named somewhere and that no layer is against. */
  private List<String> fittingArchitectures() {
    return Arrays.stream(Architecture.values())
        .map(Architecture::id)
        .filter(id -> layers.stream().anyMatch(l -> l.audience().architectures().contains(id)))
        .filter(id -> allFit(layer -> isOn(layer, id)))
        .toList();
  }

  private String lines(Function<UsedLayer, String> of) {
    return layers.stream()
        .filter(layer -> !of.apply(layer).isEmpty())
        .map(layer -> "  " + layer.label() + " " + of.apply(layer))
        .collect(joining("\n"));
  }

  private static String runtimesOf(UsedLayer layer) {
    List<String> derived = layer.derivedJavaRuntimes();
    return derived.isEmpty()
        ? text("says that it is for ", layer.audience().runtimes())
        : text("is by its content for ", derived);
  }

  private static String architecturesOf(UsedLayer layer) {
    return text(
        layer.isOfDerivedArchitectures() ? "is by its content for " : "says that it is for ",
        layer.audience().architectures());
  }

  /** Nothing where it is for all. */
  private static String text(String verb, List<String> ids) {
    return ids.isEmpty() ? "" : verb + String.join(", ", ids);
  }
}
