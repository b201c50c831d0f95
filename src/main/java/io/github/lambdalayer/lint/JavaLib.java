package io.github.lambdalayer.lint;

import io.github.lambdalayer.content.LayerEntry;
import io.github.lambdalayer.layer.Messages;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Files below {@code java/lib} that Lambda's Java runtime passes over without a word. JARs of artifacts
 * never are among them; those that were put into the content directory can be.
 */
final class JavaLib {

  private static final String FOLDER = "java/lib/";
  private static final Pattern SAFE = Pattern.compile("[\\x20-\\x7e&&[^%#/]]+\\.jar");

  private JavaLib() {}

  /** A warning for each such file. */
  static List<Finding> check(LintedLayer layer) {
    return layer.content().entries().stream()
        .filter(entry -> entry.path().startsWith(FOLDER))
        .flatMap(entry -> reason(entry).map(reason -> finding(entry, reason)).stream())
        .toList();
  }

  /** Whether Lambda puts a file of a layer on the class path, by its name. */
  static boolean isOnClassPath(String path) {
    return path.startsWith(FOLDER) && SAFE.matcher(path.substring(FOLDER.length())).matches();
  }

  private static Optional<String> reason(LayerEntry entry) {
    String name = entry.path().substring(FOLDER.length());
    if (name.contains("/")) {
      return Optional.of(
          "only JARs in that very folder are on the class path, not in folders below");
    }
    return SAFE.matcher(name).matches()
        ? Optional.empty()
        : Optional.of(
            "only names that end in .jar (in lower case), without '%', '#' and non-ASCII"
                + " characters, are on the class path");
  }

  private static Finding finding(LayerEntry entry, String reason) {
    return Rule.JAR_NAME.found(
        Place.of(entry),
        Messages.format("%s will not be found by functions: %s.", entry.path(), reason),
        Messages.format("It comes from %s: move or rename it.", entry.origin()));
  }
}
