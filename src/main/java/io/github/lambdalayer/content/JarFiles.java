package io.github.lambdalayer.content;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What kinds of files a JAR has beside its classes.
 *
 * @param sources files of source code
 * @param resources files that code could look for: all but sources, and what only describes the JAR
 * @param isJavadoc whether it has the lists that the Javadoc tool writes
 */
public record JarFiles(int sources, int resources, boolean isJavadoc) {

  private static final Pattern SOURCE = Pattern.compile(".+\\.(java|kt|scala|groovy)");

  /** At the root of what the tool writes; the second until Java 9. */
  private static final Set<String> JAVADOC = Set.of("element-list", "package-list");

  /** What a JAR has for people and tools: manifest, signature, Maven's files, licences and notes. */
  private static final Pattern DESCRIPTION =
      Pattern.compile(
          "meta-inf/(manifest\\.mf|index\\.list|maven/.+|[^/]+\\.(sf|rsa|dsa|ec))"
              + "|(.*/)?module-info\\.class"
              + "|(meta-inf/)?([^/]*[-_.])?"
              + "(licen[cs]es?|notice|dependencies|copying|copyright|readme|changes|changelog)"
              + "([-_./].*)?");

  static JarFiles of(Collection<String> names) {
    int sources = 0;
    int resources = 0;
    boolean isJavadoc = false;
    for (String name : names) {
      if (JarReader.isClass(name)) {
        continue;
      }
      if (SOURCE.matcher(name).matches()) {
        sources++;
      } else if (!DESCRIPTION.matcher(name.toLowerCase(Locale.ROOT)).matches()) {
        resources++;
      }
      isJavadoc |= JAVADOC.contains(name);
    }
    return new JarFiles(sources, resources, isJavadoc);
  }
}
