package io.github.lambdalayer.bytecode;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Label;

/**
 * A range of instructions, and the handler that a missing class in it may lead to. Such code is meant to
 * get along without the class, unless the handler ends with a throw in any case, as those of {@code
 * finally}, {@code synchronized} and try-with-resources do.
 */
final class TryRange {

  /** What catches a missing class or member. */
  private static final Set<String> LINKAGE =
      Set.of(
          "java/lang/Throwable",
          "java/lang/Error",
          "java/lang/LinkageError",
          "java/lang/NoClassDefFoundError",
          "java/lang/IncompatibleClassChangeError",
          "java/lang/NoSuchMethodError",
          "java/lang/NoSuchFieldError",
          // Who expects this one has asked for the class by its name before.
          "java/lang/ClassNotFoundException");

  /** What catches that of a class that was asked for by its name, and means more besides. */
  private static final Set<String> REFLECTION =
      Set.of("java/lang/Exception", "java/lang/ReflectiveOperationException");

  private final Label start;
  private final Label end;
  private final Label handler;
  private final @Nullable String type;
  private final Set<Label> seen = new HashSet<>();
  private final Set<Label> targets = new HashSet<>();
  private boolean isOpen;
  private boolean isInHandler;
  private boolean isHandlerRead;
  private boolean throwsAlways;

  TryRange(Label start, Label end, Label handler, @Nullable String type) {
    this.start = start;
    this.end = end;
    this.handler = handler;
    this.type = type;
  }

  /** Whether it matters what catches that type, or anything where there is none. */
  static boolean canGuard(@Nullable String type) {
    return type == null || LINKAGE.contains(type) || REFLECTION.contains(type);
  }

  /** Whether the instruction that comes next is in the range. */
  boolean isOpen() {
    return isOpen;
  }

  /**
   * Whether code in the range is meant to get along without a class. Only told when all has been read.
   *
   * @param isAskedFor whether a class was asked for by its name before
   */
  boolean guards(boolean isAskedFor) {
    boolean catches =
        type == null || LINKAGE.contains(type) || (isAskedFor && REFLECTION.contains(type));
    return catches && !throwsAlways;
  }

  void label(Label label) {
    if (label.equals(start)) {
      isOpen = true;
    }
    if (label.equals(end)) {
      isOpen = false;
    }
    if (label.equals(handler) && !isHandlerRead) {
      isInHandler = true;
    }
    if (isInHandler) {
      seen.add(label);
    }
  }

  void jump(Label target) {
    if (isInHandler) {
      targets.add(target);
    }
  }

  /** A return, or a switch, behind which there is no telling. */
  void leave() {
    endOfHandler(false);
  }

  /** The handler's first throw: there is no way around it if every jump before it stays before it. */
  void athrow() {
    endOfHandler(seen.containsAll(targets));
  }

  private void endOfHandler(boolean isThrow) {
    if (isInHandler) {
      isInHandler = false;
      isHandlerRead = true;
      throwsAlways = isThrow;
    }
  }
}
