package io.github.lambdalayer.lint;

import io.github.lambdalayer.content.JarContents;
import io.github.lambdalayer.content.Located;
import io.github.lambdalayer.content.LooseFile;
import io.github.lambdalayer.content.NativeCode;
import io.github.lambdalayer.content.Survey;
import io.github.lambdalayer.layer.Architecture;
import io.github.lambdalayer.layer.LayerDefinition;
import io.github.lambdalayer.layer.Messages;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The architectures that a layer's native code allows: those that each thing in it has code for. A
 * thing is all that brings the same for several machines: the JARs of one artifact with all its
 * classifiers; a file directly in {@code lib/}, {@code bin/}, {@code extensions/} or at the root, with
 * those that differ only by the name of a machine; the files below another folder together.
 */
public final class NativeArchitectures {

  private static final Pattern ALONE = Pattern.compile("((lib|bin|extensions)/)?[^/]+");

  /** Words that tell the machine, between characters that are no letters and digits. */
  private static final Pattern MACHINE =
      Pattern.compile(
          "[-_.]?(?<![a-z0-9])(linux(64)?|osx|macosx?|darwin|windows|win(32|64)?|gnu|musl"
              + "|x86[-_]?64|amd64|x64|aarch[-_]?64|arm64(-v8a)?)(?![a-z0-9])",
          Pattern.CASE_INSENSITIVE);

  private final Collection<Thing> things;

  private NativeArchitectures(Collection<Thing> things) {
    this.things = things;
  }

  /** Something with native code for Linux, and the architectures of Lambda among that. */
  private static final class Thing {

    final String name;
    final Set<Architecture> architectures = EnumSet.noneOf(Architecture.class);
    final List<String> foreignFiles = new ArrayList<>();

    Thing(String name) {
      this.name = name;
    }

    void add(NativeCode code) {
      if (code.architecture() != null) {
        architectures.add(code.architecture());
      }
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /**
   * Groups what was found.
   *
   * @param survey what is in the layer
   * @param modules {@code groupId:artifactId} by the paths of the artifacts' files
   */
  public static NativeArchitectures of(Survey survey, Map<String, String> modules) {
    var things = new TreeMap<String, Thing>();
    for (var jar : survey.jars().entrySet()) {
      String module = modules.getOrDefault(jar.getKey(), jar.getKey());
      for (JarContents.NativeFile file : jar.getValue().natives()) {
        thing(things, module, jar.getKey()).add(file.code());
      }
    }
    for (var file : survey.files().entrySet()) {
      LooseFile loose = file.getValue();
      if (loose.nativeCode().isPresent()) {
        addLoose(things, file.getKey(), loose.nativeCode().get());
      }
    }
    return new NativeArchitectures(things.values());
  }

  private static void addLoose(Map<String, Thing> things, String path, NativeCode code) {
    // Elsewhere than among libraries it may be data, and Scripts looks at what is started.
    if (!code.isLinux() && !path.startsWith("lib/")) {
      return;
    }
    String folder = path.substring(0, path.indexOf('/') + 1);
    Thing thing =
        ALONE.matcher(path).matches() ? thing(things, path, path) : thing(things, folder, folder);
    thing.add(code);
    if (code.architecture() == null) {
      thing.foreignFiles.add(path + " (" + code + ")");
    }
  }

  private static Thing thing(Map<String, Thing> things, String key, String name) {
    String common = MACHINE.matcher(key).replaceAll("");
    return things.computeIfAbsent(common, k -> new Thing(name));
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
            .filter(a -> restricting.stream().allMatch(t -> t.architectures.contains(a)))
            .toList();
  }

  private List<Thing> restricting() {
    return things.stream().filter(thing -> !thing.architectures.isEmpty()).toList();
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
    for (Thing thing : things) {
      if (thing.architectures.isEmpty() && !thing.foreignFiles.isEmpty()) {
        findings.add(
            Rule.NATIVE_UNLOADABLE.found(
                new Place(thing.name, ""),
                Messages.format(
                    "No architecture of Lambda can load %s.",
                    String.join(", ", thing.foreignFiles)),
                "Build it for Linux on x86_64 or arm64 with 64 bits, or leave it out."));
      }
    }
    return findings;
  }

  private void missing(Architecture architecture, List<Finding> findings) {
    List<Thing> without = without(architecture);
    if (!without.isEmpty()) {
      findings.add(
          Rule.NATIVE_ARCHITECTURE.found(
              Messages.format(
                  "<compatibleArchitectures> has %s, and %s has native code for %s alone.",
                  architecture, joined(without), without.get(0).architectures.iterator().next()),
              Messages.format("Add what is missing, or leave %s out.", architecture)));
    }
  }

  private List<Thing> without(Architecture architecture) {
    return restricting().stream().filter(t -> !t.architectures.contains(architecture)).toList();
  }

  private static String joined(List<Thing> things) {
    return things.stream().map(Thing::toString).collect(Collectors.joining(", "));
  }
}
