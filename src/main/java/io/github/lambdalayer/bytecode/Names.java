package io.github.lambdalayer.bytecode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.objectweb.asm.Type;

/** Names of classes, as class files write them and as people do. */
final class Names {

  private Names() {}

  /** {@code com.example.Handler} for {@code com/example/Handler}. */
  static String readable(String internal) {
    return internal.replace('/', '.');
  }

  /** The package of a class, {@code com/example/}; empty for the unnamed one. */
  static String packageOf(String internal) {
    return internal.substring(0, internal.lastIndexOf('/') + 1);
  }

  /** The class that an array is made of, or the class itself; nothing for an {@code int}. */
  static Optional<String> classOf(Type type) {
    Type element = type.getSort() == Type.ARRAY ? type.getElementType() : type;
    return element.getSort() == Type.OBJECT
        ? Optional.of(element.getInternalName())
        : Optional.empty();
  }

  /**
   * The classes in the descriptor of a field or method.
   *
   * @throws IllegalArgumentException if it is no descriptor
   */
  static List<String> classesOf(String descriptor) {
    if (!descriptor.startsWith("(")) {
      Descriptors.requireField(descriptor);
      return classOf(Type.getType(descriptor)).stream().toList();
    }
    Descriptors.requireMethod(descriptor);
    var classes = new ArrayList<String>();
    for (Type argument : Type.getArgumentTypes(descriptor)) {
      classOf(argument).ifPresent(classes::add);
    }
    classOf(Type.getReturnType(descriptor)).ifPresent(classes::add);
    return classes;
  }
}
