package io.github.lambdalayer.bytecode;

import java.util.ArrayList;
import java.util.List;
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

  private final boolean isWhole;
  private final Consumer<List<Use>> result;
  private final List<Found> found = new ArrayList<>();
  private final List<TryRange> ranges = new ArrayList<>();
  private boolean isStraight = true;
  private boolean isAskedFor;

  /**
   * For one method.
   *
   * @param isWhole whether all counts, or only what is executed in any case
   */
  MethodReading(boolean isWhole, Consumer<List<Use>> result) {
    super(Opcodes.ASM9);
    this.isWhole = isWhole;
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
      List<TryRange> within = ranges.stream().filter(TryRange::isOpen).toList();
      found.add(new Found(use, within, isAskedFor));
    }
  }

  private void types(List<String> classes) {
    classes.stream().map(Use::type).forEach(this::use);
  }

  private void type(Type type) {
    types(type.getSort() == Type.METHOD ? Names.classesOf(type.getDescriptor()) : classOf(type));
  }

  private static List<String> classOf(Type type) {
    return Names.classOf(type).stream().toList();
  }

  private void member(Use.Kind kind, String owner, String name, String descriptor, boolean itf) {
    if (owner.startsWith("[")) {
      type(Type.getObjectType(owner));
    } else {
      use(new Use(kind, owner, name, descriptor, itf));
    }
  }

  @Override
  public void visitTryCatchBlock(
      Label start, Label end, Label handler, @Nullable String exception) {
    ranges.add(new TryRange(start, end, handler, exception));
    // The verifier loads what is caught when the class is linked, whatever is executed later.
    if (isWhole && exception != null) {
      found.add(new Found(Use.type(exception), List.of(), false));
    }
  }

  @Override
  public void visitLabel(Label label) {
    ranges.forEach(range -> range.label(label));
  }

  @Override
  public void visitTypeInsn(int opcode, String type) {
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
    for (Object argument : arguments) {
      constant(argument);
    }
  }

  @Override
  public void visitLdcInsn(Object value) {
    constant(value);
  }

  private void constant(Object value) {
    if (value instanceof Type type) {
      type(type);
    } else if (value instanceof Handle handle) {
      handle(handle);
    } else if (value instanceof ConstantDynamic dynamic) {
      types(Names.classesOf(dynamic.getDescriptor()));
      handle(dynamic.getBootstrapMethod());
      for (int i = 0; i < dynamic.getBootstrapMethodArgumentCount(); i++) {
        constant(dynamic.getBootstrapMethodArgument(i));
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
    ranges.forEach(TryRange::leave);
  }

  @Override
  public void visitInsn(int opcode) {
    if (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) {
      leave();
    } else if (opcode == Opcodes.ATHROW) {
      isStraight = false;
      ranges.forEach(TryRange::athrow);
    }
  }

  @Override
  public void visitEnd() {
    result.accept(found.stream().filter(Found::isNeeded).map(Found::use).toList());
  }
}
