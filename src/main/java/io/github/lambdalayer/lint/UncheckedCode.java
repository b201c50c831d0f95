package io.github.lambdalayer.lint;

import io.github.lambdalayer.bytecode.CodeJar;
import io.github.lambdalayer.bytecode.CodePath;
import io.github.lambdalayer.bytecode.LinkageReport;
import io.github.lambdalayer.layer.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What could not be read of the code of a function and its layers. */
final class UncheckedCode {

  private UncheckedCode() {}

  static List<Finding> of(FunctionCode code, CodePath path, LinkageReport report) {
    var findings = new ArrayList<Finding>();
    path.unreadable().forEach((jar, reason) -> findings.add(unreadable(jar, reason)));
    if (!report.isPlatformKnown()) {
      findings.add(platform(code));
    }
    if (!report.opaqueClasses().isEmpty()) {
      findings.add(opaque(report.opaqueClasses()));
    }
    return findings;
  }

  private static Finding unreadable(CodeJar jar, String reason) {
    return Rule.UNREADABLE_JAR.found(
        new Place(jar.path(), ""),
        Messages.format(
            "%s is no readable JAR (%s). Lambda passes it over without a word, and the classes in it"
                + " are missing.",
            CodeLines.name(jar), reason),
        "Build or fetch it again.");
  }

  private static Finding platform(FunctionCode code) {
    return Rule.UNCHECKED.found(
        Messages.format(
            "Whether Java %d has the classes, methods and fields of its own that the code refers to was"
                + " not checked: the Java that runs Maven (%s) does not know that release.",
            code.javaRelease(), Runtime.version().feature()),
        Messages.format("Run Maven on a JDK %d or newer.", code.javaRelease()));
  }

  private static Finding opaque(Map<String, CodeJar> classes) {
    List<String> lines =
        classes.entrySet().stream()
            .map(entry -> entry.getKey() + " in " + CodeLines.name(entry.getValue()))
            .toList();
    return Rule.UNCHECKED.found(
        Messages.format(
            "What these classes need was not checked, for their class files cannot be read (damaged,"
                + " or of a newer format than this release knows):\n%s",
            CodeLines.list(lines)),
        "Look whether Lambda's Java can read them.");
  }
}
