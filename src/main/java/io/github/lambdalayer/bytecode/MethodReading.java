package io.github.lambdalayer.bytecode;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Collects what a method refers to: all of it, or what is executed whenever the method is, which is what
 * stands before the first jump. What the code is prepared to miss is left out.
 */
final class MethodReading extends MethodVisitor {

  /** What is kept takes more than a look does. */
  private static final int STEPS_OF_USE = 4;

  private final boolean isWhole;
  private final Effort effort;
  private final Consumer<List<Use>> result;
  private final List<Found> found = new ArrayList<>();
  private final List<TryRange> ranges = new ArrayList<>();
  private List<TryRange> open = List.of();
  private boolean isStraight = true;
  private boolean isAskedFor;

  /**
   * For one method.
   *
   * @param isWhole whether all counts, or only what is executed in any case
   * @param effort what the whole class has cost so far
   */
  MethodReading(boolean isWhole, Effort effort, Consumer<List<Use>> result) {
    super(Opcodes.ASM9);
    this.isWhole = isWhole;
    this.effort = effort;
    this.result = result;
  }

  /** Something that the code refers to, and what would catch its absence. */
  private record Found(Use use, List<TryRange> within, boolean isAskedFor) {

    boolean isNeeded() {
      return within.stream().noneMatch(range -> range.guards(isAskedFor));
    }
  }

  private void use(Use use) {
    if (isWhole || isStraight) {
      effort.spend(STEPS_OF_USE);
      found.add(new Found(use, open, isAskedFor));
    }
  }

  private void types(List<String> classes) {
    classes.stream().map(Use::type).forEach(this::use);
  }

  private void type(Type type) {
    if (type.getSort() == Type.ARRAY) {
      Descriptors.requireField(type.getDescriptor());
    }
    types(type.getSort() == Type.METHOD ? Names.classesOf(type.getDescriptor()) : classOf(type));
  }

  private static List<String> classOf(Type type) {
    return Names.classOf(type).stream().toList();
  }

  private void member(Use.Kind kind, String owner, String name, String descriptor, boolean itf) {
    Names.classesOf(descriptor);
    if (owner.startsWith("[")) {
      Descriptors.requireField(owner);
      type(Type.getObjectType(owner));
    } else {
      use(new Use(kind, owner, name, descriptor, itf));
    }
  }

  @Override
  public void visitTryCatchBlock(
      Label start, Label end, Label handler, @Nullable String exception) {
    if (TryRange.canGuard(exception)) {
      ranges.add(new TryRange(start, end, handler, exception));
    }
    // The verifier loads what is caught when the class is linked, whatever is executed later.
    if (isWhole && exception != null) {
      effort.spend(STEPS_OF_USE);
      found.add(new Found(Use.type(exception), List.of(), false));
    }
  }

  @Override
  public void visitLabel(Label label) {
    if (!ranges.isEmpty()) {
      effort.spend(ranges.size());
      ranges.forEach(range -> range.label(label));
      List<TryRange> now = ranges.stream().filter(TryRange::isOpen).toList();
      // One list for all that stands between the same handlers.
      open = now.equals(open) ? open : now;
    }
  }

  @Override
  public void visitTypeInsn(int opcode, String type) {
    if (type.startsWith("[")) {
      Descriptors.requireField(type);
    }
    if (opcode == Opcodes.NEW) {
      use(new Use(Use.Kind.NEW, type, "", "", false));
    } else if (opcode == Opcodes.ANEWARRAY || isWhole) {
      // A cast and an instanceof load no class for null, so a library's need not.
      type(Type.getObjectType(type));
    }
  }

  @Override
  public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
    boolean isStatic = opcode == Opcodes.GETSTATIC || opcode == Opcodes.PUTSTATIC;
    Use.Kind kind = isStatic ? Use.Kind.STATIC_FIELD : Use.Kind.INSTANCE_FIELD;
    member(kind, owner, name, descriptor, false);
  }

  @Override
  public void visitMethodInsn(
      int opcode, String owner, String name, String descriptor, boolean isInterface) {
    Use.Kind kind =
        switch (opcode) {
          case Opcodes.INVOKESTATIC -> Use.Kind.STATIC_CALL;
          case Opcodes.INVOKESPECIAL -> Use.Kind.SPECIAL_CALL;
          default -> Use.Kind.VIRTUAL_CALL;
        };
    member(kind, owner, name, descriptor, isInterface);
    isAskedFor |=
        name.equals("loadClass") || (owner.equals("java/lang/Class") && name.equals("forName"));
  }

  @Override
  public void visitInvokeDynamicInsn(
      String name, String descriptor, Handle bootstrap, Object... arguments) {
    types(Names.classesOf(descriptor));
    handle(bootstrap);
    Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Object argument : arguments) {
      constant(argument, seen);
    }
  }

  @Override
  public void visitLdcInsn(Object value) {
    constant(value, Collections.newSetFromMap(new IdentityHashMap<>()));
  }

  /** Constants may be made of the same ones again and again: each is looked at once. */
  private void constant(Object value, Set<Object> seen) {
    effort.spend(1);
    if (value instanceof Type type) {
      type(type);
    } else if (value instanceof Handle handle) {
      handle(handle);
    } else if (value instanceof ConstantDynamic dynamic && seen.add(dynamic)) {
      types(Names.classesOf(dynamic.getDescriptor()));
      handle(dynamic.getBootstrapMethod());
      for (int i = 0; i < dynamic.getBootstrapMethodArgumentCount(); i++) {
        constant(dynamic.getBootstrapMethodArgument(i), seen);
      }
    }
  }

  private void handle(Handle handle) {
    boolean isField = handle.getTag() <= Opcodes.H_PUTSTATIC;
    Use.Kind kind = isField ? Use.Kind.FIELD_HANDLE : Use.Kind.METHOD_HANDLE;
    member(kind, handle.getOwner(), handle.getName(), handle.getDesc(), handle.isInterface());
    types(Names.classesOf(handle.getDesc()));
  }

  @Override
  public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
    types(Names.classesOf(descriptor));
  }

  @Override
  public void visitJumpInsn(int opcode, Label target) {
    isStraight = false;
    effort.spend(ranges.size());
    ranges.forEach(range -> range.jump(target));
  }

  @Override
  public void visitTableSwitchInsn(int min, int max, Label otherwise, Label... labels) {
    leave();
  }

  @Override
  public void visitLookupSwitchInsn(Label otherwise, int[] keys, Label[] labels) {
    leave();
  }

  private void leave() {
    isStraight = false;
    effort.spend(ranges.size());
    ranges.forEach(TryRange::leave);
  }

  @Override
  public void visitInsn(int opcode) {
    if (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) {
      leave();
    } else if (opcode == Opcodes.ATHROW) {
      isStraight = false;
      effort.spend(ranges.size());
      ranges.forEach(TryRange::athrow);
    }
  }

  @Override
  public void visitEnd() {
    result.accept(found.stream().filter(Found::isNeeded).map(Found::use).toList());
  }
}
