package io.github.lambdalayer.lint;

import io.github.lambdalayer.content.Located;
import io.github.lambdalayer.content.Survey;
import io.github.lambdalayer.layer.Architecture;
import io.github.lambdalayer.layer.LayerDefinition;
import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.lint.NativeThings.Library;
import io.github.lambdalayer.lint.NativeThings.Thing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The architectures that a layer's native code allows: those that each thing in it has code for.
 *
 * @see NativeThings what a thing is
 */
public final class NativeArchitectures {

  private final List<Thing> things;

  private NativeArchitectures(List<Thing> things) {
    this.things = things;
  }

  /**
   * Groups what was found.
   *
   * @param survey what is in the layer
   * @param modules {@code groupId:artifactId} by the paths of the artifacts' files
   */
  public static NativeArchitectures of(Survey survey, Map<String, String> modules) {
    return new NativeArchitectures(NativeThings.of(survey, modules));
  }

  /**
   * The definition with the architectures that the user named, or else with those that the native
   * code allows; none where there is no native code, or nothing that all of it allows.
   */
  public LayerDefinition complete(LayerDefinition definition) {
    return definition.architecturesConfigured()
        ? definition
        : definition.withDerivedArchitectures(allowed());
  }

  private List<Architecture> allowed() {
    List<Thing> restricting = restricting();
    return restricting.isEmpty()
        ? List.of()
        : Arrays.stream(Architecture.values())
            .filter(a -> restricting.stream().allMatch(t -> t.architectures().contains(a)))
            .toList();
  }

  private List<Thing> restricting() {
    return things.stream().filter(thing -> !thing.architectures().isEmpty()).toList();
  }

  /** Warnings where native code cannot be loaded on an architecture that the layer is for. */
  static List<Finding> check(LintedLayer layer) {
    return of(layer.survey(), modules(layer.artifacts())).check(layer.definition());
  }

  /** {@code groupId:artifactId} by the paths of the artifacts' files. */
  public static Map<String, String> modules(List<Located> artifacts) {
    return artifacts.stream()
        .collect(
            Collectors.toMap(
                Located::path,
                a -> a.artifact().groupId() + ":" + a.artifact().artifactId(),
                (one, other) -> one));
  }

  List<Finding> check(LayerDefinition definition) {
    var findings = new ArrayList<Finding>();
    if (definition.architecturesConfigured()) {
      definition.compatibleArchitectures().forEach(a -> missing(a, findings));
    } else if (allowed().isEmpty() && !restricting().isEmpty()) {
      findings.add(
          Rule.NATIVE_ARCHITECTURE.found(
              Messages.format(
                  "No architecture is declared, for no one can load all native code of the layer: %s"
                      + " is for x86_64 alone, and %s for arm64.",
                  joined(without(Architecture.ARM64)), joined(without(Architecture.X86_64))),
              "Add what is missing, or build a layer for each architecture and name it in"
                  + " <compatibleArchitectures>."));
    }
    if (!definition.architecturesConfigured() && allowed().size() == 1) {
      findings.add(narrowed(allowed().get(0)));
    }
    things.forEach(thing -> foreign(thing, findings));
    return findings;
  }

  /** It is declared so, and functions on other machines cannot have the layer. */
  private Finding narrowed(Architecture only) {
    List<Thing> narrow =
        restricting().stream().filter(thing -> thing.architectures().size() == 1).toList();
    return Rule.NATIVE_ARCHITECTURE
        .found(
            narrow.get(0).place(),
            Messages.format(
                "The layer is for %s alone, for %s has native code for no other machine of Lambda.",
                only, joined(narrow)),
            "Add what is missing (another classifier of the same artifact, say), or name it in"
                + " <compatibleArchitectures> if it is meant so.")
        .with(Severity.NOTE);
  }

  private static void foreign(Thing thing, List<Finding> findings) {
    List<Library> foreign =
        thing.libraries().stream()
            .filter(library -> library.code().architecture() == null)
            .toList();
    if (foreign.isEmpty() || foreign.size() < thing.libraries().size()) {
      return;
    }
    boolean isInJars = foreign.stream().noneMatch(library -> library.name().isEmpty());
    Finding finding =
        Rule.NATIVE_UNLOADABLE.found(
            thing.place(),
            Messages.format(
                "No architecture of Lambda can load %s.",
                Lists.inLine(foreign, one -> one.label() + " (" + one.code() + ")")),
            isInJars
                ? "Take the classifier for Linux on x86_64 or arm64, or leave it out with <excludes>."
                : "Build it for Linux on x86_64 or arm64 with 64 bits, or leave it out.");
    // Libraries for several systems bring JARs for each, and do without those of others.
    findings.add(isInJars ? finding.with(Severity.NOTE) : finding);
  }

  private void missing(Architecture architecture, List<Finding> findings) {
    List<Thing> without = without(architecture);
    if (!without.isEmpty()) {
      findings.add(
          Rule.NATIVE_ARCHITECTURE.found(
              without.size() == 1 ? without.get(0).place() : Place.WHOLE,
              Messages.format(
                  "<compatibleArchitectures> has %s, and %s has native code for %s alone.",
                  architecture, joined(without), without.get(0).architectures().iterator().next()),
              Messages.format(
                  "Add what is missing (another classifier of the same artifact, say), or leave %s"
                      + " out.",
                  architecture)));
    }
  }

  private List<Thing> without(Architecture architecture) {
    return restricting().stream().filter(t -> !t.architectures().contains(architecture)).toList();
  }

  private static String joined(List<Thing> things) {
    return Lists.inLine(things, Thing::toString);
  }
}
