package io.github.lambdalayer.bytecode;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;

/**
 * What a class file says.
 *
 * @param name the class
 * @param access the flags of the JVM's specification
 * @param superName the superclass; nothing for {@code java/lang/Object}
 * @param interfaces the interfaces that it names itself
 * @param declared the classes in the descriptors of its own fields and methods, and their exceptions;
 *     empty unless it was read as a class of the function itself
 * @param methods by name and descriptor, in the order of the file
 * @param fields by name and descriptor
 * @param home the JAR that it is in; nothing for a class of the Java platform
 */
record ClassFacts(
    String name,
    int access,
    @Nullable String superName,
    List<String> interfaces,
    List<Use> declared,
    Map<String, Member> methods,
    Map<String, Member> fields,
    @Nullable CodeJar home)
    implements Lookup {

  ClassFacts {
    interfaces = List.copyOf(interfaces);
    declared = List.copyOf(declared);
    methods = Collections.unmodifiableMap(new LinkedHashMap<>(methods));
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  /**
   * A method or field.
   *
   * @param access the flags of the JVM's specification
   * @param uses what a method's code refers to: all of it for a method of the function itself, what is
   *     executed in any case for one of a library
   */
  record Member(int access, List<Use> uses) {

    Member {
      uses = List.copyOf(uses);
    }

    boolean isStatic() {
      return (access & Opcodes.ACC_STATIC) != 0;
    }

    boolean isAbstract() {
      return (access & Opcodes.ACC_ABSTRACT) != 0;
    }

    /** Whether no subclass can put another in its place. */
    boolean isLast() {
      return (access & (Opcodes.ACC_FINAL | Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC)) != 0;
    }
  }

  boolean isInterface() {
    return (access & Opcodes.ACC_INTERFACE) != 0;
  }

  boolean isFinal() {
    return (access & Opcodes.ACC_FINAL) != 0;
  }

  boolean isAbstract() {
    return (access & Opcodes.ACC_ABSTRACT) != 0;
  }

  Optional<Member> member(Use use) {
    return Optional.ofNullable((use.isMethod() ? methods : fields).get(use.key()));
  }

  /** The classes that must be there for this one to be loaded. */
  List<String> supertypes() {
    var supertypes = new ArrayList<>(interfaces);
    if (superName != null) {
      supertypes.add(0, superName);
    }
    return supertypes;
  }
}
