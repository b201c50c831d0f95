package io.github.lambdalayer.lint;

import io.github.lambdalayer.content.StrippedJar;
import io.github.lambdalayer.layer.Limits;
import io.github.lambdalayer.layer.Messages;
import java.util.List;
import java.util.Optional;

/** What is said of JARs whose foreign native code was to be left out. */
public final class StrippedJars {

  private StrippedJars() {}

  /** A line for each JAR that was stripped. */
  public static List<String> notes(List<StrippedJar> jars) {
    return jars.stream()
        .filter(jar -> jar.outcome() == StrippedJar.Outcome.STRIPPED)
        .map(
            jar ->
                Messages.format(
                    "Left native code out of %s: %s, %s less",
                    jar.path(),
                    Messages.counted(jar.files(), "file"),
                    Limits.humanBytes(jar.savedBytes())))
        .toList();
  }

  /** A warning for each JAR that stays as it is. */
  static List<Finding> check(LintedLayer layer) {
    return layer.stripped().stream()
        .flatMap(jar -> reason(jar).map(reason -> finding(jar, reason)).stream())
        .toList();
  }

  private static Optional<String> reason(StrippedJar jar) {
    return switch (jar.outcome()) {
      case STRIPPED -> Optional.empty();
      case SIGNED -> Optional.of("it is signed, and a changed JAR would not be loaded");
      case UNUSUAL -> Optional.of("it is a zip of an unusual kind (Zip64, say)");
    };
  }

  private static Finding finding(StrippedJar jar, String reason) {
    return Rule.STRIP_REFUSED.found(
        new Place(jar.path(), ""),
        Messages.format(
            "%s keeps %s of native code that the layer's architectures cannot load: %s.",
            jar.path(), Messages.counted(jar.files(), "file"), reason),
        "If that is too much, look for an artifact without them.");
  }
}
