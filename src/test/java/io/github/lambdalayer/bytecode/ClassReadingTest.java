package io.github.lambdalayer.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.bytecode.ClassReading.Depth;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Class files that no compiler writes: they are read, or not, but never stop or hold up a build. */
final class ClassReadingTest {

  private static final Handle BOOTSTRAP =
      new Handle(
          Opcodes.H_INVOKESTATIC,
          "org/lib/Boot",
          "strap",
          "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/Class;)Ljava/lang/Object;",
          false);

  private static byte[] bytes(Consumer<ClassWriter> members) {
    var writer = new ClassWriter(0);
    writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "app/A", null, "java/lang/Object", null);
    members.accept(writer);
    writer.visitEnd();
    return writer.toByteArray();
  }

  private static byte[] method(Consumer<MethodVisitor> code) {
    return bytes(
        writer -> {
          MethodVisitor method = writer.visitMethod(Opcodes.ACC_STATIC, "a", "()V", null, null);
          method.visitCode();
          code.accept(method);
          method.visitInsn(Opcodes.RETURN);
          method.visitMaxs(9, 9);
          method.visitEnd();
        });
  }

  private static Optional<ClassFacts> read(byte[] bytes) {
    return ClassReading.read(bytes, "app/A", Depth.OWN, null);
  }

  @ParameterizedTest
  @ValueSource(strings = {"I", "[[J", "Lorg/lib/Lib;", "[Lorg/lib/Lib;"})
  void aFieldsDescriptorIsRead(String descriptor) {
    assertThat(read(bytes(w -> w.visitField(0, "f", descriptor, null, null)))).isPresent();
    assertThat(read(method(m -> m.visitFieldInsn(Opcodes.GETSTATIC, "x/X", "f", descriptor))))
        .isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"garbage", "Q", "[", "V", "L;", "Lfoo", "La.b;", "II", "()V"})
  void aClassWithAFalseDescriptorOfAFieldIsNot(String descriptor) {
    assertThat(read(bytes(w -> w.visitField(0, "f", descriptor, null, null)))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"garbage", "Q", "[", "V", "L;", "Lfoo", "La.b;", "II", "("})
  void aClassWhoseCodeNamesAFalseDescriptorIsNot(String descriptor) {
    assertThat(read(method(m -> m.visitFieldInsn(Opcodes.GETFIELD, "x/X", "f", descriptor))))
        .isEmpty();
    assertThat(read(method(m -> m.visitFieldInsn(Opcodes.GETFIELD, "[I", "f", descriptor))))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "()V | true",
        "(I[JLorg/lib/Lib;)[Lorg/lib/Lib; | true",
        "(Lfoo | false",
        "(Q)Z | false",
        "( | false",
        "() | false",
        "(V)V | false",
        "()VV | false",
        "()II | false",
        "([)V | false",
      })
  void aMethodsDescriptorIsCheckedWhereverItStands(String descriptor, boolean isRead) {
    byte[] named =
        bytes(
            w -> w.visitMethod(Opcodes.ACC_ABSTRACT, "m", "(Lorg/lib/Placeholder;)V", null, null));

    assertThat(read(replaced(named, "(Lorg/lib/Placeholder;)V", descriptor)).isPresent())
        .isEqualTo(isRead);
    assertThat(
            read(replaced(method(ClassReadingTest::call), "(Lorg/lib/Placeholder;)V", descriptor))
                .isPresent())
        .isEqualTo(isRead);
  }

  private static void call(MethodVisitor method) {
    String descriptor = "(Lorg/lib/Placeholder;)V";
    method.visitMethodInsn(Opcodes.INVOKESTATIC, "org/lib/Lib", "b", descriptor, false);
  }

  /** ASM would not write it: puts another text into the constant pool. */
  private static byte[] replaced(byte[] bytes, String from, String to) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    return text.replace(
            (char) 0 + "" + (char) from.length() + from, (char) 0 + "" + (char) to.length() + to)
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  @Test
  void aConstantThatIsMadeOfItselfIsNotRead() {
    var one = new ConstantDynamic("one", "Lorg/lib/A;", BOOTSTRAP, 1);
    byte[] straight = method(m -> m.visitLdcInsn(new ConstantDynamic("c", "I", BOOTSTRAP, one)));

    assertThat(read(straight)).isPresent();
    assertThat(read(roundabout())).isEmpty();
  }

  /** The first argument of the only bootstrap method, an integer, becomes the constant itself. */
  private static byte[] roundabout() {
    var writer = new ClassWriter(0);
    writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "app/A", null, "java/lang/Object", null);
    MethodVisitor method = writer.visitMethod(Opcodes.ACC_STATIC, "a", "()V", null, null);
    var constant = new ConstantDynamic("c", "I", BOOTSTRAP, 7654321);
    method.visitLdcInsn(constant);
    method.visitInsn(Opcodes.RETURN);
    method.visitMaxs(9, 9);
    method.visitEnd();
    int itself = writer.newConstantDynamic("c", "I", BOOTSTRAP, 7654321);
    int number = writer.newConst(7654321);
    byte[] bytes = writer.toByteArray();
    // attribute BootstrapMethods at the end: ..., number of arguments = 1, argument
    int end = bytes.length - 2;
    assertThat(((bytes[end] & 0xff) << 8) | (bytes[end + 1] & 0xff)).isEqualTo(number);
    bytes[end] = (byte) (itself >> 8);
    bytes[end + 1] = (byte) itself;
    return bytes;
  }

  @Test
  void aConstantThatIsMadeOfTheSameOnesTwiceIsReadOnce() {
    var constant = new ConstantDynamic("c", "Lorg/lib/Deepest;", BOOTSTRAP, 1);
    for (int depth = 0; depth < 8; depth++) {
      constant = new ConstantDynamic("c" + depth, "I", BOOTSTRAP, constant, constant);
    }
    ConstantDynamic top = constant;

    ClassFacts facts = read(method(m -> m.visitLdcInsn(top))).orElseThrow();

    assertThat(facts.methods().values().stream().flatMap(method -> method.uses().stream()))
        .filteredOn(use -> use.owner().equals("org/lib/Deepest"))
        .hasSize(1);
  }

  private static byte[] guarded(int handlers, int labels, String caught) {
    return method(
        m -> {
          var start = new Label();
          var end = new Label();
          var handler = new Label();
          for (int i = 0; i < handlers; i++) {
            m.visitTryCatchBlock(start, end, handler, caught);
          }
          m.visitLabel(start);
          for (int i = 0; i < labels; i++) {
            var next = new Label();
            m.visitJumpInsn(Opcodes.GOTO, next);
            m.visitLabel(next);
            m.visitMethodInsn(Opcodes.INVOKESTATIC, "org/lib/Lib", "a", "()V", false);
          }
          m.visitLabel(end);
          m.visitInsn(Opcodes.RETURN);
          m.visitLabel(handler);
          m.visitInsn(Opcodes.POP);
        });
  }

  @Test
  void aMethodWithManyHandlersIsReadAndOneWithUnheardOfNumbersIsNot() {
    assertThat(read(guarded(500, 1000, "java/lang/Error"))).isPresent();
    assertThat(read(guarded(5000, 5000, "java/lang/Error"))).isEmpty();
  }

  @Test
  void handlersThatHideNoMissingClassCostNothing() {
    assertThat(read(guarded(5000, 5000, "java/io/IOException"))).isPresent();
  }
}
