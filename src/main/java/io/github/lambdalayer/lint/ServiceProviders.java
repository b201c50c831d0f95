package io.github.lambdalayer.lint;

import io.github.lambdalayer.content.JarClass;
import io.github.lambdalayer.content.JarService;
import io.github.lambdalayer.layer.Messages;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Files in {@code META-INF/services} that name a class which is nowhere. Where the service itself is
 * neither in the layer nor in the JDK nothing is said: nobody looks for it, or the function brings it and
 * may bring the provider, too.
 *
 * @see java.util.ServiceLoader
 */
final class ServiceProviders {

  private final List<LambdaClassPath.Jar> jars;
  private final Set<String> classes = new HashSet<>();

  private ServiceProviders(List<LambdaClassPath.Jar> jars) {
    this.jars = jars;
    for (LambdaClassPath.Jar jar : jars) {
      jar.contents().classes().stream().map(JarClass::name).forEach(classes::add);
    }
  }

  /** A warning for each JAR with such files. */
  static List<Finding> check(LintedLayer layer) {
    return new ServiceProviders(LambdaClassPath.of(layer.survey()).jars()).check();
  }

  private List<Finding> check() {
    var findings = new ArrayList<Finding>();
    for (LambdaClassPath.Jar jar : jars) {
      List<String> missing =
          jar.contents().services().stream()
              .filter(this::isLookedFor)
              .flatMap(service -> missing(service).stream())
              .sorted()
              .toList();
      if (!missing.isEmpty()) {
        findings.add(finding(jar, missing));
      }
    }
    return findings;
  }

  private boolean isLookedFor(JarService service) {
    String name = inClassFiles(service.type());
    return classes.contains(name) || PlatformClasses.looksFor(name);
  }

  private List<String> missing(JarService service) {
    return service.providers().stream()
        .distinct()
        .filter(provider -> !isThere(inClassFiles(provider)))
        .map(provider -> provider + " for " + service.type())
        .toList();
  }

  private boolean isThere(String name) {
    return classes.contains(name) || PlatformClasses.mayHave(name) || RuntimeJars.bring(name);
  }

  private static String inClassFiles(String name) {
    return name.replace('.', '/');
  }

  private static Finding finding(LambdaClassPath.Jar jar, List<String> missing) {
    return Rule.MISSING_PROVIDER.found(
        Place.of(jar.entry()),
        Messages.format(
            "%s (%s) names providers in META-INF/services that are nowhere in the layer: %s. Who"
                + " looks for them meets java.util.ServiceConfigurationError.",
            jar.path(), jar.entry().origin(), Listing.of(missing)),
        "Add the artifact that has them, or leave this JAR out with <excludes>.");
  }
}
