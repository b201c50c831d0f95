package io.github.lambdalayer.lint;

import io.github.lambdalayer.bytecode.NewerClasses;
import io.github.lambdalayer.layer.Messages;
import java.util.List;

/** Classes of a function and its layers that the function's runtime cannot run. */
final class NewerClassFiles {

  private NewerClassFiles() {}

  static List<Finding> of(FunctionCode code, List<NewerClasses> newer) {
    return newer.stream().map(one -> finding(code, one)).toList();
  }

  private static Finding finding(FunctionCode code, NewerClasses newer) {
    String path = newer.jar().path();
    return Rule.CLASS_VERSION.found(
        new Place(path.isEmpty() ? newer.newest() : path, ""),
        Messages.format(
            "%s has %s for a newer Java than the function's runtime, java%d: %s needs Java %d. The"
                + " function fails with UnsupportedClassVersionError as soon as it uses %s.",
            CodeLines.name(newer.jar()),
            Listing.count(newer.count(), "class", "classes"),
            code.javaRelease(),
            newer.newest(),
            newer.release(),
            newer.count() == 1 ? "it" : "one of them"),
        Messages.format(
            "%s, or name in <runtime> a newer runtime that the function is deployed with.",
            path.isEmpty()
                ? Messages.format(
                    "Compile for Java %1$d (<maven.compiler.release>%1$d)", code.javaRelease())
                : Messages.format(
                    "Take a release of that library that is built for Java %d",
                    code.javaRelease())));
  }
}
