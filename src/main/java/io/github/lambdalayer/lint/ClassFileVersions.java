package io.github.lambdalayer.lint;

import io.github.lambdalayer.content.JarClass;
import io.github.lambdalayer.content.JarContents;
import io.github.lambdalayer.content.LayerEntry;
import io.github.lambdalayer.content.Survey;
import io.github.lambdalayer.layer.LambdaRuntime;
import io.github.lambdalayer.layer.Messages;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The Java release that a layer's classes need.
 *
 * @see <a href="https://docs.oracle.com/javase/specs/jvms/se25/html/jvms-4.html">class file
 *     format</a>
 */
public final class ClassFileVersions {

  /** The first that looks into {@code META-INF/versions}. */
  private static final int FIRST_MULTI_RELEASE = 9;

  private static final Comparator<JarClass> BY_RELEASE =
      Comparator.comparingInt(JarClass::release)
          .thenComparing(JarClass::path, Comparator.reverseOrder());

  private ClassFileVersions() {}

  /**
   * What asks for the newest Java.
   *
   * @param release a Java feature release, for example 17
   * @param jar the path of the JAR in the layer
   * @param className the class in it
   */
  public record Highest(int release, String jar, String className) {}

  /**
   * The newest Java release that a class in the layer's JARs needs, of those that are loaded.
   *
   * @param survey what is in the layer
   * @param which the paths of the JARs that count
   * @param release the Java feature release that loads them
   * @return nothing if those have no class
   */
  public static Optional<Highest> highest(Survey survey, Predicate<String> which, int release) {
    Highest highest = null;
    for (var jar : survey.jars().entrySet()) {
      if (which.test(jar.getKey())) {
        Optional<JarClass> newest = loaded(jar.getValue(), release).stream().max(BY_RELEASE);
        if (newest.isPresent() && (highest == null || newest.get().release() > highest.release())) {
          highest = new Highest(newest.get().release(), jar.getKey(), newest.get().path());
        }
      }
    }
    return Optional.ofNullable(highest);
  }

  /** The classes that a Java release loads from a JAR: of each the newest that is meant for it. */
  static Collection<JarClass> loaded(JarContents jar, int release) {
    boolean isMultiRelease = jar.manifest().isMultiRelease() && release >= FIRST_MULTI_RELEASE;
    Map<String, JarClass> versioned = new HashMap<>();
    for (JarClass one : jar.classes()) {
      if (isMultiRelease && one.versions() > 0 && one.versions() <= release) {
        versioned.merge(one.name(), one, (a, b) -> a.versions() > b.versions() ? a : b);
      }
    }
    var loaded = new ArrayList<>(versioned.values());
    for (JarClass one : jar.classes()) {
      if (one.versions() == 0 && !versioned.containsKey(one.name())) {
        loaded.add(one);
      }
    }
    return loaded;
  }

  /** The classes that a Java release would load from a JAR and cannot run. */
  static List<JarClass> tooNew(JarContents jar, int release) {
    // In nearly every JAR no class is, and nothing has to be sorted out.
    return jar.classes().stream().allMatch(one -> one.release() <= release)
        ? List.of()
        : loaded(jar, release).stream().filter(one -> one.release() > release).toList();
  }

  /** An error for each JAR with classes that one of the layer's Java runtimes cannot run. */
  static List<Finding> check(LintedLayer layer) {
    List<LambdaRuntime> runtimes =
        layer.definition().compatibleRuntimes().stream()
            .filter(runtime -> runtime.javaRelease().isPresent())
            .toList();
    var findings = new ArrayList<Finding>();
    for (LayerEntry entry : layer.survey().content().jars()) {
      JarContents jar = layer.survey().jars().get(entry.path());
      if (jar != null) {
        check(entry, jar, runtimes).ifPresent(findings::add);
      }
    }
    return findings;
  }

  private static Optional<Finding> check(
      LayerEntry entry, JarContents jar, List<LambdaRuntime> runtimes) {
    Set<JarClass> tooNew = new LinkedHashSet<>();
    var unable = new ArrayList<String>();
    for (LambdaRuntime runtime : runtimes) {
      int release = runtime.javaRelease().orElse(0);
      List<JarClass> those = tooNew(jar, release);
      if (!those.isEmpty()) {
        tooNew.addAll(those);
        unable.add(runtime.id());
      }
    }
    return tooNew.stream().max(BY_RELEASE).map(newest -> finding(entry, tooNew, newest, unable));
  }

  private static Finding finding(
      LayerEntry entry, Set<JarClass> tooNew, JarClass newest, List<String> unable) {
    return Rule.CLASS_VERSION.found(
        Place.of(entry),
        Messages.format(
            "%s (%s) has %s for a newer Java than %s: %s needs Java %d. Functions fail there with"
                + " UnsupportedClassVersionError as soon as they use it.",
            entry.path(),
            entry.origin(),
            Listing.count(tooNew.size(), "class", "classes"),
            String.join(", ", unable),
            newest.path(),
            newest.release()),
        Messages.format(
            "Take a release of the library that is built for it, or take %s out of"
                + " <compatibleRuntimes>.",
            String.join(", ", unable)));
  }
}
