package io.github.lambdalayer.lint;

import io.github.lambdalayer.content.JarContents.DuplicateEntry;
import io.github.lambdalayer.layer.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * JARs with several different entries of one name. Java finds the last of the JAR's directory, other
 * tools the first; copies that are the same do no harm, nor do licences, which nobody loads.
 */
final class DuplicateEntries {

  private static final Pattern FOR_PEOPLE =
      Pattern.compile("(META-INF/)?[A-Z_-]+(\\.(txt|md|html))?|META-INF/maven/.*");

  private DuplicateEntries() {}

  /** A warning for each such JAR. */
  static List<Finding> check(LintedLayer layer) {
    var findings = new ArrayList<Finding>();
    for (LambdaClassPath.Jar jar : LambdaClassPath.of(layer.survey()).jars()) {
      List<String> names =
          jar.contents().duplicates().stream()
              .filter(DuplicateEntry::differs)
              .map(DuplicateEntry::name)
              .filter(name -> !FOR_PEOPLE.matcher(name).matches())
              .toList();
      if (!names.isEmpty()) {
        findings.add(finding(jar, names));
      }
    }
    return findings;
  }

  private static Finding finding(LambdaClassPath.Jar jar, List<String> names) {
    return Rule.DUPLICATE_ENTRY.found(
        Place.of(jar.entry()),
        Messages.format(
            "%s has several different entries of one name: %s. Java finds the last of them, and the"
                + " others are lost.",
            jar.path(), Listing.of(names)),
        Messages.format(
            "It comes from %s: build it again with a tool that merges them, or take another release.",
            jar.entry().origin()));
  }
}
