package io.github.lambdalayer.bench;

import static org.objectweb.asm.Opcodes.ACC_FINAL;
import static org.objectweb.asm.Opcodes.ACC_PRIVATE;
import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ACC_STATIC;
import static org.objectweb.asm.Opcodes.ACC_SUPER;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ARETURN;
import static org.objectweb.asm.Opcodes.DUP;
import static org.objectweb.asm.Opcodes.GETFIELD;
import static org.objectweb.asm.Opcodes.INVOKESPECIAL;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.INVOKEVIRTUAL;
import static org.objectweb.asm.Opcodes.NEW;
import static org.objectweb.asm.Opcodes.PUTFIELD;
import static org.objectweb.asm.Opcodes.RETURN;
import static org.objectweb.asm.Opcodes.V11;

import java.util.List;
import java.util.SplittableRandom;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;

/**
 * A class as generated code has them: properties with getters and setters, a factory, and methods that
 * put texts together and call the classes before it.
 *
 * @param name its name with slashes
 * @param random decides about all of it
 * @param earlier the names of classes of the same kind that it may call
 */
record SyntheticClass(String name, SplittableRandom random, List<String> earlier) {

  private static final String TEXT = "Ljava/lang/String;";
  private static final String BUILDER = "java/lang/StringBuilder";

  private static final String[] SYLLABLES = {
    "re", "quest", "con", "fig", "ser", "vice", "ta", "ble", "in", "dex", "vol", "ume", "po", "li",
    "cy", "bu", "cket", "sna", "pshot", "clus", "ter", "node", "at", "tri", "bute", "va", "lue"
  };

  byte[] bytes() {
    var type = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    type.visit(V11, ACC_PUBLIC | ACC_FINAL | ACC_SUPER, name, null, "java/lang/Object", null);
    constructor(type);
    factory(type);
    int properties = random.nextInt(4, 16);
    for (int at = 0; at < properties; at++) {
      property(type, word() + at);
    }
    int methods = random.nextInt(3, 12);
    for (int at = 0; at < methods; at++) {
      method(type, word() + "Of" + at);
    }
    type.visitEnd();
    return type.toByteArray();
  }

  private String word() {
    var word = new StringBuilder();
    for (int length = random.nextInt(2, 5); length > 0; length--) {
      word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
    }
    return word.toString();
  }

  private static void constructor(ClassWriter type) {
    MethodVisitor code = type.visitMethod(ACC_PRIVATE, "<init>", "()V", null, null);
    code.visitCode();
    code.visitVarInsn(ALOAD, 0);
    code.visitMethodInsn(INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
    end(code, RETURN);
  }

  /** What the classes after it call. */
  private void factory(ClassWriter type) {
    MethodVisitor code =
        type.visitMethod(ACC_PUBLIC | ACC_STATIC, "create", "()L" + name + ";", null, null);
    code.visitCode();
    code.visitTypeInsn(NEW, name);
    code.visitInsn(DUP);
    code.visitMethodInsn(INVOKESPECIAL, name, "<init>", "()V", false);
    end(code, ARETURN);
  }

  private void property(ClassWriter type, String property) {
    type.visitField(ACC_PRIVATE, property, TEXT, null, null).visitEnd();
    MethodVisitor getter = type.visitMethod(ACC_PUBLIC, property, "()" + TEXT, null, null);
    getter.visitCode();
    getter.visitVarInsn(ALOAD, 0);
    getter.visitFieldInsn(GETFIELD, name, property, TEXT);
    end(getter, ARETURN);
    MethodVisitor setter =
        type.visitMethod(ACC_PUBLIC, property, "(" + TEXT + ")L" + name + ";", null, null);
    setter.visitCode();
    setter.visitVarInsn(ALOAD, 0);
    setter.visitVarInsn(ALOAD, 1);
    setter.visitFieldInsn(PUTFIELD, name, property, TEXT);
    setter.visitVarInsn(ALOAD, 0);
    end(setter, ARETURN);
  }

  private void method(ClassWriter type, String method) {
    MethodVisitor code = type.visitMethod(ACC_PUBLIC, method, "()" + TEXT, null, null);
    code.visitCode();
    code.visitTypeInsn(NEW, BUILDER);
    code.visitInsn(DUP);
    code.visitMethodInsn(INVOKESPECIAL, BUILDER, "<init>", "()V", false);
    for (int parts = random.nextInt(2, 8); parts > 0; parts--) {
      part(code);
    }
    code.visitMethodInsn(INVOKEVIRTUAL, BUILDER, "toString", "()" + TEXT, false);
    end(code, ARETURN);
  }

  private void part(MethodVisitor code) {
    if (earlier.isEmpty() || random.nextBoolean()) {
      code.visitLdcInsn(word() + " " + word() + " ");
      code.visitMethodInsn(
          INVOKEVIRTUAL, BUILDER, "append", "(" + TEXT + ")L" + BUILDER + ";", false);
      return;
    }
    String other = earlier.get(random.nextInt(earlier.size()));
    code.visitMethodInsn(INVOKESTATIC, other, "create", "()L" + other + ";", false);
    code.visitMethodInsn(
        INVOKEVIRTUAL, BUILDER, "append", "(Ljava/lang/Object;)L" + BUILDER + ";", false);
  }

  private static void end(MethodVisitor code, int returning) {
    code.visitInsn(returning);
    code.visitMaxs(0, 0);
    code.visitEnd();
  }
}
