package io.github.lambdalayer.lint;

import io.github.lambdalayer.bytecode.SharedClasses;
import io.github.lambdalayer.layer.Messages;
import java.util.List;

/** Classes that a function has and a layer, too. */
final class ClassesOfBoth {

  private static final String WINS =
      "The function's are loaded, for /var/task comes before /opt/java/lib";

  private ClassesOfBoth() {}

  static List<Finding> of(List<SharedClasses> shared) {
    return shared.stream().map(ClassesOfBoth::finding).toList();
  }

  private static Finding finding(SharedClasses shared) {
    var place = new Place(shared.layer().path(), "");
    return shared.different().isEmpty()
        ? Rule.BUNDLED_CLASSES.found(place, bundled(shared), fix(shared))
        : Rule.SHADOWED_CLASSES.found(place, shadowed(shared), fix(shared));
  }

  private static String bundled(SharedClasses shared) {
    return Messages.format(
        "%s in %s and in %s, the same in both. %s, and the layer's are of no use to it.",
        classes(shared.count()),
        CodeLines.name(shared.function()),
        CodeLines.name(shared.layer()),
        WINS);
  }

  private static String shadowed(SharedClasses shared) {
    return Messages.format(
        "%s in %s and in %s, and of %d the copies differ. %s, and what else is in the layer meets"
            + " others than it was built with:\n%s",
        classes(shared.count()),
        CodeLines.name(shared.function()),
        CodeLines.name(shared.layer()),
        shared.different().size(),
        WINS,
        CodeLines.list(shared.different()));
  }

  private static String classes(int count) {
    return count == 1 ? "1 class is" : count + " classes are";
  }

  private static String fix(SharedClasses shared) {
    return shared.function().path().isEmpty()
        ? "Leave them out of the function: give the dependency that has them scope provided, and the"
            + " layer's version."
        : Messages.format(
            "Leave %s out of the function: give that dependency scope provided, and the layer's"
                + " version.",
            shared.function().path());
  }
}
