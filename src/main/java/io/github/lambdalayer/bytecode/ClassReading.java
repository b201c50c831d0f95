package io.github.lambdalayer.bytecode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Reads a class file once. Annotations are passed over: the JVM drops those whose class is missing. */
final class ClassReading extends ClassVisitor {

  private final Depth depth;
  private final @Nullable CodeJar home;
  private final Effort effort = new Effort();
  private final List<Use> declared = new ArrayList<>();
  private final Map<String, ClassFacts.Member> methods = new LinkedHashMap<>();
  private final Map<String, ClassFacts.Member> fields = new LinkedHashMap<>();
  private String name = "";
  private int access;
  private @Nullable String superName;
  private List<String> interfaces = List.of();

  private ClassReading(Depth depth, @Nullable CodeJar home) {
    super(Opcodes.ASM9);
    this.depth = depth;
    this.home = home;
  }

  /** How much of a class counts. */
  enum Depth {
    /** A class of the function: all that it refers to. */
    OWN,
    /** A class of a library: what its methods execute in any case. */
    LIBRARY,
    /** A class of the platform: which members it has. */
    PLATFORM
  }

  /**
   * What the class file says; nothing if it is no class of that name, or not one that can be read.
   *
   * @param home the JAR that it is from; nothing for the platform
   */
  static Optional<ClassFacts> read(
      byte[] bytes, String expected, Depth depth, @Nullable CodeJar home) {
    var reading = new ClassReading(depth, home);
    int code = depth == Depth.PLATFORM ? ClassReader.SKIP_CODE : 0;
    try {
      new ClassReader(bytes)
          .accept(reading, code | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      // Damaged or hostile: ASM checks little, and fails with whatever comes of that. A constant
      // that is
      // made of itself goes as deep as the stack.
      return Optional.empty();
    }
    return reading.name.equals(expected) ? Optional.of(reading.facts()) : Optional.empty();
  }

  private ClassFacts facts() {
    return new ClassFacts(name, access, superName, interfaces, declared, methods, fields, home);
  }

  @Override
  public void visit(
      int version,
      int classAccess,
      String className,
      @Nullable String signature,
      @Nullable String superclass,
      String[] superinterfaces) {
    access = classAccess;
    name = className;
    superName = superclass;
    interfaces = superinterfaces == null ? List.of() : Arrays.asList(superinterfaces);
  }

  @Override
  public @Nullable FieldVisitor visitField(
      int fieldAccess,
      String fieldName,
      String descriptor,
      @Nullable String signature,
      @Nullable Object value) {
    Descriptors.requireField(descriptor);
    fields.put(fieldName + descriptor, new ClassFacts.Member(fieldAccess, List.of()));
    declare(Names.classesOf(descriptor));
    return null;
  }

  @Override
  public @Nullable MethodVisitor visitMethod(
      int methodAccess,
      String methodName,
      String descriptor,
      @Nullable String signature,
      String[] exceptions) {
    Descriptors.requireMethod(descriptor);
    String key = methodName + descriptor;
    methods.put(key, new ClassFacts.Member(methodAccess, List.of()));
    declare(Names.classesOf(descriptor));
    declare(exceptions == null ? List.of() : Arrays.asList(exceptions));
    if (depth == Depth.PLATFORM) {
      return null;
    }
    Consumer<List<Use>> keep = uses -> methods.put(key, new ClassFacts.Member(methodAccess, uses));
    return new MethodReading(depth == Depth.OWN, effort, keep);
  }

  private void declare(List<String> classes) {
    if (depth == Depth.OWN) {
      classes.stream().map(Use::type).forEach(declared::add);
    }
  }
}
