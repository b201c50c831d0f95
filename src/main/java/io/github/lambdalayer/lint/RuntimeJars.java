package io.github.lambdalayer.lint;

import io.github.lambdalayer.content.JarClass;
import io.github.lambdalayer.content.LayerArtifact;
import io.github.lambdalayer.content.Located;
import io.github.lambdalayer.layer.LambdaRuntime;
import io.github.lambdalayer.layer.LayerDefinition;
import io.github.lambdalayer.layer.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What Lambda's Java runtimes bring themselves: {@code aws-lambda-java-core}, {@code
 * aws-lambda-java-serialization} and {@code aws-lambda-java-runtime-interface-client}. The runtime's class
 * loader asks its parent first, so their classes are never loaded from a layer.
 */
final class RuntimeJars {

  /** The packages of those JARs, with all that the second has copied from other libraries. */
  private static final Pattern PACKAGES =
      Pattern.compile(
          "com/amazonaws/services/lambda/(runtime/(logging/|serialization/.*|api/client/.*)?|crac/)[^/]+"
              + "|com/amazonaws/lambda/thirdparty/.+");

  private RuntimeJars() {}

  /** Whether Lambda's Java runtimes bring a class; its name is as in class files. */
  static boolean bring(String className) {
    // Of all classes of a layer this is asked, and patterns are slow.
    return className.startsWith("com/amazonaws/") && PACKAGES.matcher(className).matches();
  }

  /** A warning for each such JAR in a layer for managed Java runtimes alone. */
  static List<Finding> check(LintedLayer layer) {
    var findings = new ArrayList<Finding>();
    if (!areFirst(layer.definition())) {
      return findings;
    }
    for (LambdaClassPath.Jar jar : LambdaClassPath.of(layer.survey()).jars()) {
      List<JarClass> classes =
          jar.contents().classes().stream().filter(one -> one.versions() == 0).toList();
      int brought = (int) classes.stream().filter(one -> bring(one.name())).count();
      if (brought > 0) {
        findings.add(finding(layer, jar, brought, classes.size()));
      }
    }
    return findings;
  }

  /**
   * Whether those who load from the layer have them already. A custom runtime in Java is built with
   * them, and has them from the layer.
   */
  static boolean areFirst(LayerDefinition layer) {
    List<LambdaRuntime> runtimes = layer.compatibleRuntimes();
    return runtimes.isEmpty()
        || (runtimes.stream().anyMatch(runtime -> runtime.javaRelease().isPresent())
            && runtimes.stream().noneMatch(runtime -> runtime.id().startsWith("provided")));
  }

  private static Finding finding(LintedLayer layer, LambdaClassPath.Jar jar, int brought, int all) {
    boolean isWhole = brought == all;
    return Rule.RUNTIME_JAR.found(
        Place.of(jar.entry()),
        Messages.format(
            "%s of %s (%s) %s in Lambda's Java runtimes, which take their own, in their own version.",
            isWhole ? "All classes" : Listing.count(brought, "class", "classes"),
            jar.path(),
            jar.entry().origin(),
            !isWhole && brought == 1 ? "is" : "are"),
        isWhole ? removal(layer, jar) : "Leave those classes out where the JAR is put together.");
  }

  private static String removal(LintedLayer layer, LambdaClassPath.Jar jar) {
    Optional<LayerArtifact> artifact =
        layer.artifacts().stream()
            .filter(located -> located.path().equals(jar.path()))
            .map(Located::artifact)
            .findFirst();
    if (artifact.isPresent()) {
      return Messages.format(
          "Leave it out: <excludes><exclude>%s:%s</exclude></excludes>.",
          artifact.get().groupId(), artifact.get().artifactId());
    }
    return Place.of(jar.entry())
        .file()
        .map(file -> Messages.format("Remove the file %s.", file))
        .orElseGet(
            () -> Messages.format("Leave it out of what it comes from: %s.", jar.entry().origin()));
  }
}
