package io.github.lambdalayer.lint;

import io.github.lambdalayer.content.UnreadableJar;
import io.github.lambdalayer.layer.Messages;
import java.util.List;

/** JARs that Lambda's Java runtime would skip, for they are none. */
final class UnreadableJars {

  private UnreadableJars() {}

  /** An error for each. */
  static List<Finding> check(LintedLayer layer) {
    return layer.survey().unreadable().stream().map(UnreadableJars::finding).toList();
  }

  private static Finding finding(UnreadableJar jar) {
    return Rule.UNREADABLE_JAR.found(
        Place.of(jar.entry()),
        Messages.format(
            "%s is no readable JAR (%s), and Lambda would skip it without a word.",
            jar.entry().path(), jar.reason()),
        jar.fix());
  }
}
