package io.github.lambdalayer.lint;

import io.github.lambdalayer.bytecode.CodePath;
import io.github.lambdalayer.bytecode.MissingClass;
import io.github.lambdalayer.layer.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Classes that a function needs and that nobody has: one finding for what is likely one artifact. */
final class MissingClasses {

  /** Fewer parts than these have packages of many makers in common: {@code org.apache.commons}. */
  private static final int FEWEST_PARTS = 3;

  private static final String PLATFORM = "java";

  private MissingClasses() {}

  static List<Finding> of(FunctionCode code, CodePath path, List<MissingClass> missing) {
    var groups = new TreeMap<String, List<MissingClass>>();
    for (MissingClass one : missing) {
      groups.computeIfAbsent(group(path, one), group -> new ArrayList<>()).add(one);
    }
    return groups.entrySet().stream().map(group -> finding(code, group)).toList();
  }

  /** What Java itself lacks is one group; so is what an artifact has that replaces what Java had. */
  private static String group(CodePath path, MissingClass missing) {
    if (missing.name().startsWith(PLATFORM + ".")) {
      return PLATFORM;
    }
    return FormerPlatform.of(missing.name())
        .map(FormerPlatform::packageName)
        .orElseGet(() -> artifactPackage(path, missing.packageName()));
  }

  /** The longest beginning of a package that nothing on the class path shares. */
  private static String artifactPackage(CodePath path, String packageName) {
    String[] parts = packageName.split("\\.", -1);
    for (int count = Math.min(FEWEST_PARTS, parts.length); count < parts.length; count++) {
      String beginning = String.join(".", List.of(parts).subList(0, count));
      if (!path.hasPackage(beginning.replace('.', '/') + "/")) {
        return beginning;
      }
    }
    return packageName;
  }

  private static Finding finding(FunctionCode code, Map.Entry<String, List<MissingClass>> group) {
    List<MissingClass> missing = group.getValue();
    List<String> lines =
        missing.stream().map(one -> one.name() + ", needed by " + one.chain().text()).toList();
    String message =
        Messages.format(
            "%s of %s that the function's code needs %s neither in the function, nor in its layers"
                + "%s, nor in Java %d, and NoClassDefFoundError is what Lambda answers:\n%s",
            missing.size() == 1 ? "A class" : missing.size() + " classes",
            group.getKey().isEmpty() ? "the unnamed package" : group.getKey(),
            missing.size() == 1 ? "is" : "are",
            layers(code),
            code.javaRelease(),
            CodeLines.list(lines));
    return Rule.MISSING_CLASS.found(
        CodeLines.place(missing.get(0).chain()), message, fix(code, missing.get(0)));
  }

  private static String layers(FunctionCode code) {
    String owners =
        code.layers().stream()
            .map(FunctionCode.CodeSource::owner)
            .distinct()
            .collect(Collectors.joining(", "));
    return owners.isEmpty() ? "" : " (" + owners + ")";
  }

  private static String fix(FunctionCode code, MissingClass missing) {
    if (missing.name().startsWith(PLATFORM + ".")) {
      return Messages.format(
          "Compile for the function's runtime (<maven.compiler.release>%d), or choose a runtime whose"
              + " Java has what is used.",
          code.javaRelease());
    }
    return FormerPlatform.of(missing.name())
        .map(FormerPlatform::fix)
        .orElse(
            "Put the artifact that has this into a layer of the function, or bundle it with the"
                + " function (scope compile or runtime).");
  }
}
