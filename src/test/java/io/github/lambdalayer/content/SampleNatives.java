package io.github.lambdalayer.content;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Headers of native code, and for Linux what it asks for: all that is ever read of it. */
public final class SampleNatives {

  private static final int LENGTH = 256;
  private static final int X86_64 = 62;
  private static final int ARM64 = 183;
  private static final int NAMES = 512;
  private static final long ADDRESS = 0x400000;

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

  /** A shared library for Linux that asks for libraries and, of libc.so.6, for versions of symbols. */
  public static byte[] asking(byte[] header, List<String> libraries, String... versions) {
    return asking(header, 0, libraries, versions);
  }

  /**
   * The same with so many bytes of code between the names and the table that tells where they are, as
   * linkers do it.
   */
  static byte[] asking(byte[] header, int code, List<String> libraries, String... versions) {
    var names = new ByteArrayOutputStream();
    names.write(0);
    List<Integer> needed = libraries.stream().map(name -> add(names, name)).toList();
    int libc = add(names, "libc.so.6");
    List<Integer> asked = Stream.of(versions).map(name -> add(names, name)).toList();
    int table = (NAMES + names.size() + 7) / 8 * 8;
    int dynamic = table + 16 * (versions.length + 2) + code;
    ByteBuffer file =
        ByteBuffer.allocate(dynamic + 16 * (libraries.size() + 3)).order(ByteOrder.LITTLE_ENDIAN);
    file.put(0, header).putLong(32, 64).putShort(54, (short) 56).putShort(56, (short) 2);
    segment(file, 64, 1, 0, file.limit());
    segment(file, 120, 2, dynamic, file.limit() - dynamic);
    file.put(NAMES, names.toByteArray());
    if (versions.length > 0) {
      file.putShort(table, (short) 1).putShort(table + 2, (short) versions.length);
      file.putInt(table + 4, libc).putInt(table + 8, 16);
      for (int i = 0; i < versions.length; i++) {
        int at = table + 16 * (i + 1);
        file.putInt(at, ElfVersionScan.hash(versions[i])).putShort(at + 6, (short) (i + 2));
        file.putInt(at + 8, asked.get(i)).putInt(at + 12, i + 1 < versions.length ? 16 : 0);
      }
    }
    int at = dynamic;
    for (int name : needed) {
      at = tag(file, at, 1, name);
    }
    at = tag(file, at, 5, ADDRESS + NAMES);
    tag(file, at, versions.length > 0 ? 0x6FFFFFFEL : 21, ADDRESS + table);
    return file.array();
  }

  private static int add(ByteArrayOutputStream names, String name) {
    int at = names.size();
    names.writeBytes((name + "\0").getBytes(StandardCharsets.US_ASCII));
    return at;
  }

  private static void segment(ByteBuffer file, int at, int type, int offset, int size) {
    file.putInt(at, type).putLong(at + 8, offset).putLong(at + 16, ADDRESS + offset);
    file.putLong(at + 32, size);
  }

  private static int tag(ByteBuffer file, int at, long tag, long value) {
    file.putLong(at, tag).putLong(at + 8, value);
    return at + 16;
  }
}
