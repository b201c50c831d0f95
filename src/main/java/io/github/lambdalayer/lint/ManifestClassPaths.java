package io.github.lambdalayer.lint;

import io.github.lambdalayer.layer.Messages;
import java.util.List;
import java.util.Map;

/** Manifests that put on the class path what the layer has not. */
final class ManifestClassPaths {

  private ManifestClassPaths() {}

  /** A note for each JAR with such a manifest. */
  static List<Finding> check(LintedLayer layer) {
    var classPath = LambdaClassPath.of(layer.survey());
    return classPath.jars().stream()
        .filter(jar -> classPath.missing().containsKey(jar.path()))
        .map(jar -> finding(jar, classPath.missing()))
        .toList();
  }

  private static Finding finding(LambdaClassPath.Jar jar, Map<String, List<String>> missing) {
    return Rule.MISSING_CLASS_PATH.found(
        Place.of(jar.entry()),
        Messages.format(
            "The manifest of %s names in its Class-Path what the layer has not: %s.",
            jar.path(), Listing.of(missing.getOrDefault(jar.path(), List.of()))),
        "If the library needs it, add the artifact; often it is there under another name, and"
            + " all is well.");
  }
}
