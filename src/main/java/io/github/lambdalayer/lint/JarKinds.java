package io.github.lambdalayer.lint;

import io.github.lambdalayer.content.JarContents;
import io.github.lambdalayer.content.JarFiles;
import io.github.lambdalayer.content.Located;
import io.github.lambdalayer.layer.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** JARs on the class path that no code is loaded from: empty ones, sources and Javadoc. */
final class JarKinds {

  private static final Set<String> SOURCE_CLASSIFIERS =
      Set.of(
          "sources", "test-sources", "tests-sources", "javadoc", "test-javadoc", "tests-javadoc");

  private JarKinds() {}

  /** Whether there is neither a class nor anything that code could look for. */
  static boolean isEmpty(JarContents jar) {
    JarFiles files = jar.files();
    return jar.classes().isEmpty()
        && files.sources() + files.resources() == 0
        && jar.manifest().classPath().isEmpty();
  }

  /** Whether it is for people who write code. */
  private static boolean isSource(JarContents jar, String classifier) {
    JarFiles files = jar.files();
    return jar.classes().isEmpty()
        && (files.isJavadoc()
            || files.sources() > files.resources()
            || SOURCE_CLASSIFIERS.contains(classifier));
  }

  /** A warning for each JAR of sources, and one note about all that are empty. */
  static List<Finding> check(LintedLayer layer) {
    Map<String, String> classifiers =
        layer.artifacts().stream()
            .collect(
                Collectors.toMap(
                    Located::path, one -> one.artifact().classifier(), (one, other) -> one));
    var findings = new ArrayList<Finding>();
    var empty = new ArrayList<LambdaClassPath.Jar>();
    for (LambdaClassPath.Jar jar : LambdaClassPath.of(layer.survey()).jars()) {
      if (isSource(jar.contents(), classifiers.getOrDefault(jar.path(), ""))) {
        findings.add(source(jar));
      } else if (isEmpty(jar.contents())) {
        empty.add(jar);
      }
    }
    if (!empty.isEmpty()) {
      findings.add(empty(empty));
    }
    return findings;
  }

  private static Finding source(LambdaClassPath.Jar jar) {
    return Rule.SOURCE_JAR.found(
        Place.of(jar.entry()),
        Messages.format(
            "%s (%s) has source code or Javadoc and no class: it takes %,d bytes of the layer for"
                + " nothing.",
            jar.path(), jar.entry().origin(), jar.entry().size()),
        "Leave it out with <excludes>.");
  }

  private static Finding empty(List<LambdaClassPath.Jar> jars) {
    return Rule.EMPTY_JAR.found(
        jars.size() == 1 ? Place.of(jars.get(0).entry()) : Place.WHOLE,
        Messages.format(
            "There is no class and no resource in %s. %s there for what Maven reads, and Lambda"
                + " opens %s for every class that it looks for.",
            Listing.of(jars.stream().map(LambdaClassPath.Jar::path).toList()),
            jars.size() == 1 ? "It is" : "They are",
            jars.size() == 1 ? "it" : "them"),
        "It does no harm; <excludes> leaves such JARs out.");
  }
}
