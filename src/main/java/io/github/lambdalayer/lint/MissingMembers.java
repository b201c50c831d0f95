package io.github.lambdalayer.lint;

import io.github.lambdalayer.bytecode.CodeJar;
import io.github.lambdalayer.bytecode.MissingMember;
import io.github.lambdalayer.layer.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Methods and fields that are not as code expects them: one finding for each JAR that lacks some. */
final class MissingMembers {

  private MissingMembers() {}

  static List<Finding> of(FunctionCode code, List<MissingMember> missing) {
    var byPlace = new TreeMap<String, List<MissingMember>>();
    for (MissingMember one : missing) {
      String place = one.jar().map(CodeLines::name).orElse("Java " + code.javaRelease());
      byPlace.computeIfAbsent(place, key -> new ArrayList<>()).add(one);
    }
    return byPlace.entrySet().stream()
        .map(group -> finding(code, group.getKey(), group.getValue()))
        .toList();
  }

  private static Finding finding(FunctionCode code, String place, List<MissingMember> missing) {
    String message =
        Messages.format(
            "Code that the function executes was compiled with another version of what is loaded from"
                + " %s, and does not find there what it refers to:\n%s",
            place, CodeLines.list(missing.stream().map(MissingMembers::line).toList()));
    return Rule.MISSING_MEMBER.found(
        CodeLines.place(missing.get(0).chain()),
        message,
        missing.get(0).jar().map(MissingMembers::fix).orElseGet(() -> fixOfPlatform(code)));
  }

  private static String line(MissingMember one) {
    return Messages.format(
        "%s %s (%s), needed by %s",
        one.member(), one.problem().text(), one.problem().error(), one.chain().text());
  }

  private static String fix(CodeJar jar) {
    return Messages.format(
        "Give the function and its layers one version of the artifact in %s, the one that the code was"
            + " compiled with (mvn dependency:tree tells who brings which).",
        CodeLines.name(jar));
  }

  private static String fixOfPlatform(FunctionCode code) {
    return Messages.format(
        "Compile for the function's runtime (<maven.compiler.release>%d), or choose a runtime whose"
            + " Java has what is used.",
        code.javaRelease());
  }
}
