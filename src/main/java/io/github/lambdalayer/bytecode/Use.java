package io.github.lambdalayer.bytecode;

import org.objectweb.asm.Type;

/**
 * What compiled code refers to.
 *
 * @param kind what it does with it
 * @param owner the class, or the class of the member, as {@code com/example/Handler}; never an array
 * @param name the member's name; empty for a class
 * @param descriptor the member's descriptor; empty for a class
 * @param ofInterface whether the code takes the owner of a method for an interface
 */
record Use(Kind kind, String owner, String name, String descriptor, boolean ofInterface) {

  /** What code does with what it refers to. */
  enum Kind {
    /** Loads the class. */
    TYPE,
    /** Makes an instance. */
    NEW,
    STATIC_CALL,
    /** Calls a constructor, a private method or a method of the superclass: no other than this one. */
    SPECIAL_CALL,
    /** Calls a method that a subclass may have overridden. */
    VIRTUAL_CALL,
    STATIC_FIELD,
    INSTANCE_FIELD,
    /** Makes a handle of a method, which loads the classes in its descriptor, too. */
    METHOD_HANDLE,
    /** Makes a handle of a field. */
    FIELD_HANDLE
  }

  static Use type(String name) {
    return new Use(Kind.TYPE, name, "", "", false);
  }

  boolean isMethod() {
    return descriptor.startsWith("(");
  }

  boolean isMember() {
    return !descriptor.isEmpty();
  }

  /** How a class keeps the member. */
  String key() {
    return name + descriptor;
  }

  /** The member as the JVM's own messages write it: {@code int com.example.Library.count(String)}. */
  String text() {
    if (!isMethod()) {
      return Type.getType(descriptor).getClassName() + " " + Names.readable(owner) + "." + name;
    }
    var text = new StringBuilder(Type.getReturnType(descriptor).getClassName());
    text.append(' ').append(Names.readable(owner)).append('.').append(name).append('(');
    String separator = "";
    for (Type argument : Type.getArgumentTypes(descriptor)) {
      text.append(separator).append(argument.getClassName());
      separator = ", ";
    }
    return text.append(')').toString();
  }
}
