package io.github.lambdalayer.lint;

import io.github.lambdalayer.content.JarClass;
import io.github.lambdalayer.content.JarContents;
import io.github.lambdalayer.content.Located;
import io.github.lambdalayer.layer.Messages;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Classes that several JARs of the class path have. Functions get that of the first; where the copies
 * differ, which one is first matters.
 */
final class SharedClasses {

  private final List<LambdaClassPath.Jar> jars;
  private final List<String> mavens;
  private final boolean isRuntimeFirst;

  private SharedClasses(LintedLayer layer) {
    this.jars = LambdaClassPath.of(layer.survey()).jars();
    this.isRuntimeFirst = RuntimeJars.areFirst(layer.definition());
    this.mavens = layer.artifacts().stream().map(Located::path).toList();
  }

  /**
   * The classes that the same JARs have.
   *
   * @param differing those of which not all copies are the same
   * @param same those that are the same everywhere
   */
  private record Group(List<String> differing, List<String> same) {}

  /** A warning or a note for each set of JARs that have classes in common. */
  static List<Finding> check(LintedLayer layer) {
    return new SharedClasses(layer).check();
  }

  private List<Finding> check() {
    var findings = new ArrayList<Finding>();
    for (var group : groups().entrySet()) {
      List<LambdaClassPath.Jar> those = group.getKey().stream().map(jars::get).toList();
      findings.add(
          group.getValue().differing().isEmpty()
              ? duplicate(those, group.getValue())
              : conflict(those, group.getValue()));
    }
    return findings;
  }

  /** By the places of the JARs on the class path, in that order. */
  private Map<List<Integer>, Group> groups() {
    Map<String, List<Integer>> shared = shared();
    List<Map<String, List<JarClass>>> copies =
        jars.stream().map(jar -> copies(jar.contents(), shared)).toList();
    Map<List<Integer>, Group> groups =
        new TreeMap<>(Comparator.comparing(SharedClasses::array, Arrays::compare));
    for (var one : shared.entrySet()) {
      String name = one.getKey();
      boolean isSame =
          one.getValue().stream().map(i -> copies.get(i).get(name)).distinct().count() == 1;
      Group group =
          groups.computeIfAbsent(
              one.getValue(), key -> new Group(new ArrayList<>(), new ArrayList<>()));
      (isSame ? group.same() : group.differing()).add(name.replace('/', '.'));
    }
    return groups;
  }

  private static int[] array(List<Integer> numbers) {
    return numbers.stream().mapToInt(Integer::intValue).toArray();
  }

  /** The names that several JARs have, with the places of those JARs. */
  private Map<String, List<Integer>> shared() {
    Map<String, Integer> first = new HashMap<>();
    Map<String, List<Integer>> shared = new TreeMap<>();
    for (int i = 0; i < jars.size(); i++) {
      for (JarClass one : loadable(jars.get(i).contents())) {
        Integer earlier = isLoaded(one) ? first.putIfAbsent(one.name(), i) : null;
        if (earlier != null && earlier != i) {
          List<Integer> places =
              shared.computeIfAbsent(one.name(), key -> new ArrayList<>(List.of(earlier)));
          // A JAR can have it for several releases.
          if (places.get(places.size() - 1) != i) {
            places.add(i);
          }
        }
      }
    }
    return shared;
  }

  /** What some release of Java loads: the classes for newer ones only where the manifest says so. */
  private static List<JarClass> loadable(JarContents jar) {
    return jar.classes().stream()
        .filter(one -> one.versions() == 0 || jar.manifest().isMultiRelease())
        .toList();
  }

  /** Nobody misses the description of a package, and what the runtime brings comes from there. */
  private boolean isLoaded(JarClass one) {
    return !one.isPackageInfo() && !(isRuntimeFirst && RuntimeJars.bring(one.name()));
  }

  /** The shared classes of a JAR, each with those for newer releases that may take its place. */
  private static Map<String, List<JarClass>> copies(
      JarContents jar, Map<String, List<Integer>> shared) {
    Map<String, List<JarClass>> copies = new HashMap<>();
    for (JarClass one : loadable(jar)) {
      if (shared.containsKey(one.name())) {
        copies.computeIfAbsent(one.name(), key -> new ArrayList<>()).add(one);
      }
    }
    copies.values().forEach(list -> list.sort(Comparator.comparingInt(JarClass::versions)));
    return copies;
  }

  private Finding conflict(List<LambdaClassPath.Jar> those, Group group) {
    String same =
        group.same().isEmpty()
            ? ""
            : Messages.format(
                " (and %s the same in them)",
                Listing.count(group.same().size(), "class is", "classes are"));
    return Rule.CONFLICTING_CLASSES.found(
        Place.of(those.get(0).entry()),
        Messages.format(
            "%s of one name %s%s: %s. %s%s They are in:%s",
            Listing.count(group.differing().size(), "class", "classes"),
            group.differing().size() == 1 ? "differs" : "differ",
            same,
            Listing.of(group.differing()),
            winner(those.get(0)),
            onMaven(those),
            named(those)),
        "Leave one of those artifacts out with <excludes>, or have what brings it exclude it.");
  }

  private Finding duplicate(List<LambdaClassPath.Jar> those, Group group) {
    return Rule.DUPLICATE_CLASSES.found(
        Place.of(those.get(0).entry()),
        Messages.format(
            "%s the same in several JARs: %s. They are in:%s",
            Listing.count(group.same().size(), "class is", "classes are"),
            Listing.of(group.same()),
            named(those)),
        "It does no harm as long as they stay the same.");
  }

  private static String named(List<LambdaClassPath.Jar> those) {
    return Lists.onLines(
        those, jar -> jar.path() + " (" + Place.of(jar.entry()).behindProject() + ")");
  }

  private static String winner(LambdaClassPath.Jar first) {
    return first.by().isEmpty()
        ? Messages.format(
            "Lambda takes %s, the first in the order of file names.", fileName(first.path()))
        : Messages.format(
            "Lambda takes %s, which the Class-Path of %s puts first.",
            fileName(first.path()), fileName(first.by()));
  }

  /** JARs of the content directory are in the layer, and no test has ever seen them. */
  private String onMaven(List<LambdaClassPath.Jar> those) {
    Optional<String> mavensFirst =
        mavens.stream()
            .filter(path -> those.stream().anyMatch(jar -> jar.path().equals(path)))
            .findFirst();
    return mavensFirst
        .filter(path -> !path.equals(those.get(0).path()))
        .map(
            path ->
                Messages.format(
                    " On Maven's class path %s comes first: tests ran with another class than"
                        + " functions will.",
                    fileName(path)))
        .orElse("");
  }

  private static String fileName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
