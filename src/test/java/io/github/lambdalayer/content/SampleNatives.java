package io.github.lambdalayer.content;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Headers of native code: all that is ever read of it. */
public final class SampleNatives {

  private static final int LENGTH = 256;
  private static final int X86_64 = 62;
  private static final int ARM64 = 183;

  private SampleNatives() {}

  /** A shared library for Linux on x86_64. */
  public static byte[] linuxX86() {
    return elf(2, 1, 0, 3, X86_64);
  }

  /** A shared library for Linux on arm64. */
  public static byte[] linuxArm() {
    return elf(2, 1, 0, 3, ARM64);
  }

  /** A shared library for Linux on ARM with 32 bits. */
  public static byte[] linuxArm32() {
    return elf(1, 1, 0, 3, 40);
  }

  /** Any ELF file. */
  static byte[] elf(int width, int order, int system, int type, int machine) {
    ByteBuffer header =
        ByteBuffer.allocate(LENGTH)
            .order(order == 1 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN)
            .put(new byte[] {0x7F, 'E', 'L', 'F', (byte) width, (byte) order, 1, (byte) system});
    return header.putShort(16, (short) type).putShort(18, (short) machine).array();
  }

  /** A thin Mach-O file with its numbers in an order. */
  static byte[] mach(ByteOrder order, int magic, int machine) {
    return ByteBuffer.allocate(LENGTH).order(order).putInt(magic).putInt(machine).array();
  }

  /** A library for macOS on arm64. */
  public static byte[] macos() {
    return mach(ByteOrder.LITTLE_ENDIAN, 0xFEEDFACF, 0x0100000C);
  }

  /** A fat Mach-O file for two machines. */
  static byte[] fat() {
    return ByteBuffer.allocate(LENGTH).putInt(0xCAFEBABE).putInt(2).putInt(0x01000007).array();
  }

  /** A library for Windows on x86_64. */
  public static byte[] windows() {
    return windows(0x8664);
  }

  /** A library for Windows on any machine. */
  static byte[] windows(int machine) {
    ByteBuffer header = ByteBuffer.allocate(LENGTH).order(ByteOrder.LITTLE_ENDIAN);
    header.put(0, (byte) 'M').put(1, (byte) 'Z').putInt(0x3C, 0x80);
    header.put(0x80, (byte) 'P').put(0x81, (byte) 'E').putShort(0x84, (short) machine);
    return header.array();
  }
}
