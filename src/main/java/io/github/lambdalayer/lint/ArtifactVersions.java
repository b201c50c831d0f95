package io.github.lambdalayer.lint;

import static java.util.stream.Collectors.joining;

import io.github.lambdalayer.content.Located;
import io.github.lambdalayer.layer.Messages;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One artifact that is on the class path in two versions: Maven lets only one through, but classifiers
 * count as artifacts of their own, and JARs of the content directory it does not know.
 */
final class ArtifactVersions {

  /**
   * A JAR that is known to be a version of an artifact.
   *
   * @param module the artifact, as {@code groupId:artifactId}
   */
  private record Versioned(String module, String version, LambdaClassPath.Jar jar) {}

  private ArtifactVersions() {}

  /** A warning for each artifact in several versions. */
  static List<Finding> check(LintedLayer layer) {
    Map<String, Located> artifacts = new HashMap<>();
    layer.artifacts().forEach(one -> artifacts.putIfAbsent(one.path(), one));
    Map<String, List<Versioned>> modules = new TreeMap<>();
    for (LambdaClassPath.Jar jar : LambdaClassPath.of(layer.survey()).jars()) {
      versioned(jar, Optional.ofNullable(artifacts.get(jar.path())))
          .ifPresent(
              one -> modules.computeIfAbsent(one.module(), key -> new ArrayList<>()).add(one));
    }
    return modules.values().stream()
        .filter(jars -> jars.stream().map(Versioned::version).distinct().count() > 1)
        .map(ArtifactVersions::finding)
        .toList();
  }

  /** Of what is not loaded no version is wrong: empty JARs, sources and Javadoc. */
  private static Optional<Versioned> versioned(LambdaClassPath.Jar jar, Optional<Located> located) {
    if (jar.contents().classes().isEmpty() && jar.contents().natives().isEmpty()) {
      return Optional.empty();
    }
    return located
        .map(Located::artifact)
        .map(a -> new Versioned(a.groupId() + ":" + a.artifactId(), a.version(), jar))
        .or(
            () ->
                jar.contents()
                    .identity()
                    .map(
                        id ->
                            new Versioned(
                                id.groupId() + ":" + id.artifactId(), id.version(), jar)));
  }

  private static Finding finding(List<Versioned> jars) {
    String versions =
        jars.stream()
            .map(
                one ->
                    Messages.format(
                        "%s in %s (%s)",
                        one.version(), one.jar().path(), one.jar().entry().origin()))
            .collect(joining(", "));
    return Rule.TWO_VERSIONS.found(
        Place.of(jars.get(0).jar().entry()),
        Messages.format(
            "%s is on the class path in several versions: %s. What both have is taken from the"
                + " first, and what only the other has meets a version that it was not built with.",
            jars.get(0).module(), versions),
        "Set one version in <dependencyManagement>, or take one of the JARs out.");
  }
}
