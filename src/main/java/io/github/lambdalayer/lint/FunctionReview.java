package io.github.lambdalayer.lint;

import io.github.lambdalayer.bytecode.LinkageCheck;
import io.github.lambdalayer.layer.LambdaRuntime;
import io.github.lambdalayer.layer.Messages;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Looks at the code of a function together with that of its layers, once for each set of layers that it
 * has at once.
 *
 * @param name the function, for people
 * @param function its archive
 * @param layers what is in its layers
 * @param surroundings where it runs
 * @param settled what need not be said again
 */
public record FunctionReview(
    String name,
    FunctionPackage function,
    List<LayerCode> layers,
    Surroundings surroundings,
    SettledJars settled) {

  /** What is not certain where a layer's code is not all at hand: it may be there. */
  private static final Set<Rule> OF_ALL_CODE = EnumSet.of(Rule.MISSING_CLASS, Rule.MISSING_MEMBER);

  public FunctionReview {
    layers = List.copyOf(layers);
  }

  /** What was found, each once. */
  public List<Finding> findings() throws IOException {
    OptionalInt release = release();
    if (release.isEmpty()) {
      return unknownRuntime().stream().toList();
    }
    var findings = new LinkedHashSet<Finding>();
    for (List<UsedLayer> together : surroundings.together()) {
      List<LayerCode> used =
          layers.stream().filter(code -> together.contains(code.layer())).toList();
      findings.addAll(findings(used, release.getAsInt()));
    }
    return new ArrayList<>(findings);
  }

  private List<Finding> findings(List<LayerCode> used, int release) throws IOException {
    var code =
        new FunctionCode(
            name, function.sources(), function.ownClasses(), LayerCode.merged(used), release);
    boolean isComplete = used.stream().allMatch(LayerCode::isComplete);
    return settled.without(FunctionLint.of(code)).stream()
        .filter(finding -> isComplete || !OF_ALL_CODE.contains(finding.rule()))
        .toList();
  }

  /** The Java release of the runtime; nothing where the runtime is none of Java's. */
  private OptionalInt release() {
    return surroundings
        .runtime()
        .map(LambdaRuntime::javaRelease)
        .orElseGet(() -> OptionalInt.of(Math.max(surroundings.release(), 8)));
  }

  private Optional<Finding> unknownRuntime() {
    return surroundings
        .runtime()
        .map(
            runtime ->
                Rule.UNCHECKED.found(
                    Messages.format(
                        "The classes of the function were not compared with those of its layers: %s"
                            + " is no managed Java runtime, and what is on the class path there is"
                            + " not known.",
                        runtime),
                    "Name the runtime in <runtime> if it is another one."));
  }

  /** Whether Java's own classes are known, as the runtime has them; an older JDK does not know them. */
  public boolean isPlatformKnown() throws IOException {
    OptionalInt release = release();
    return release.isPresent() && LinkageCheck.isPlatformKnown(release.getAsInt());
  }

  /** Whether all code that the function can meet was there to look at. */
  public boolean isComplete() {
    return release().isPresent() && layers.stream().allMatch(LayerCode::isComplete);
  }
}
