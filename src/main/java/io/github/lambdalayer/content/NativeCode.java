package io.github.lambdalayer.content;

import io.github.lambdalayer.layer.Architecture;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a file's header tells of native code: the system and the machine that it is for. Names and
 * folders are not asked: every library has its own.
 *
 * @param system the operating system, as people write it
 * @param machine the machine, as people write it
 * @param architecture Lambda's architecture that runs such code; null where none does
 * @param needs what it asks of that system; nothing where there is no such architecture
 * @see <a href="https://gabi.xinuos.com/elf/02-eheader.html">ELF header</a>
 * @see <a href="https://learn.microsoft.com/windows/win32/debug/pe-format">PE format</a>
 * @see <a href="https://github.com/apple-oss-distributions/xnu/tree/main/EXTERNAL_HEADERS/mach-o">
 *     Mach-O headers</a>
 */
public record NativeCode(
    String system, String machine, @Nullable Architecture architecture, ElfNeeds needs) {

  /** The bytes that have to be read of a file: a PE header stands behind a small DOS program. */
  public static final int HEAD = 4096;

  /** The smallest header, that of a Mach-O file of 32 bits. */
  static final int SMALLEST = 28;

  private static final String LINUX = "Linux";
  private static final String MACOS = "macOS";

  private static final int ELF = 0x7F454C46;
  private static final int ELF_64 = 2;
  private static final int ELF_LITTLE_ENDIAN = 1;
  private static final int ELF_EXECUTABLE = 2;
  private static final int ELF_SHARED = 3;

  private static final int MACH_32 = 0xFEEDFACE;
  private static final int MACH_64 = 0xFEEDFACF;
  private static final int FAT_32 = 0xCAFEBABE;
  private static final int FAT_64 = 0xCAFEBABF;

  /** A class file begins like a fat Mach-O file; its version, from 45 on, stands where this does. */
  private static final int MOST_FAT_MACHINES = 44;

  private static final int DOS = 0x4D5A;
  private static final int DOS_PE_OFFSET = 0x3C;
  private static final int PE = 0x50450000;

  /** Systems that say who they are; the others, and most of Linux, have 0. */
  private static final Map<Integer, String> ELF_SYSTEMS =
      Map.of(
          1, "HP-UX", 2, "NetBSD", 6, "Solaris", 7, "AIX", 9, "FreeBSD", 12, "OpenBSD", 13,
          "OpenVMS");

  private static final Map<Integer, String> ELF_MACHINES =
      Map.ofEntries(
          Map.entry(2, "sparc"),
          Map.entry(3, "x86"),
          Map.entry(8, "mips"),
          Map.entry(20, "ppc"),
          Map.entry(21, "ppc64"),
          Map.entry(22, "s390"),
          Map.entry(40, "arm"),
          Map.entry(43, "sparcv9"),
          Map.entry(62, "x86_64"),
          Map.entry(183, "arm64"),
          Map.entry(243, "riscv"),
          Map.entry(258, "loongarch"));

  private static final Map<Integer, String> MACH_MACHINES =
      Map.of(
          0x01000007,
          "x86_64",
          0x0100000C,
          "arm64",
          7,
          "x86",
          12,
          "arm",
          18,
          "ppc",
          0x01000012,
          "ppc64");

  private static final Map<Integer, String> PE_MACHINES =
      Map.of(0x8664, "x86_64", 0xAA64, "arm64", 0x14C, "x86", 0x1C4, "arm", 0x1C0, "arm");

  private NativeCode(String system, String machine, @Nullable Architecture architecture) {
    this(system, machine, architecture, ElfNeeds.NOTHING);
  }

  /** Whether it is for the system that Lambda runs on, on whatever machine. */
  public boolean isLinux() {
    return system.equals(LINUX);
  }

  /** Whether one of these architectures of Lambda can load it, if its glibc is new enough. */
  public boolean runsOnAny(Collection<Architecture> architectures) {
    return loadable().filter(architectures::contains).isPresent();
  }

  /** The architecture of Lambda that can load it; none for code with another C library than glibc. */
  public Optional<Architecture> loadable() {
    return needs.otherLibc().isEmpty() ? Optional.ofNullable(architecture) : Optional.empty();
  }

  @Override
  public String toString() {
    return system
        + " "
        + machine
        + (needs.otherLibc().isEmpty() ? "" : " with the C library " + needs.otherLibc());
  }

  /**
   * Reads a header, and of what Lambda's machines could run also what it asks of the system.
   *
   * @param head the beginning of the file, {@value #HEAD} bytes or all that it has
   * @param file the whole file
   * @return nothing if it is no program and no library
   */
  static Optional<NativeCode> of(byte[] head, LayerEntry.Source file) throws IOException {
    Optional<NativeCode> code = of(head);
    if (code.isEmpty() || code.get().architecture == null) {
      return code;
    }
    NativeCode known = code.get();
    ElfNeeds needs = ElfNeeds.read(file);
    return Optional.of(new NativeCode(known.system, known.machine, known.architecture, needs));
  }

  /** Reads a header alone. */
  public static Optional<NativeCode> of(byte[] head) {
    if (head.length < SMALLEST) {
      return Optional.empty();
    }
    ByteBuffer header = ByteBuffer.wrap(head);
    return switch (header.getInt(0)) {
      case ELF -> elf(header);
      case MACH_32, MACH_64 -> mach(header.getInt(4));
      case FAT_32, FAT_64 -> fat(header);
      default ->
          switch (Integer.reverseBytes(header.getInt(0))) {
            case MACH_32, MACH_64 -> mach(Integer.reverseBytes(header.getInt(4)));
            default -> pe(header);
          };
    };
  }

  /** Programs and shared libraries; object files are for a linker, and cannot be loaded. */
  private static Optional<NativeCode> elf(ByteBuffer header) {
    boolean isLittle = header.get(5) == ELF_LITTLE_ENDIAN;
    header.order(isLittle ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int type = Short.toUnsignedInt(header.getShort(16));
    if (type != ELF_EXECUTABLE && type != ELF_SHARED) {
      return Optional.empty();
    }
    int code = Short.toUnsignedInt(header.getShort(18));
    String machine = ELF_MACHINES.getOrDefault(code, "machine " + code);
    String system = ELF_SYSTEMS.getOrDefault(Byte.toUnsignedInt(header.get(7)), LINUX);
    boolean isLambdas = isLittle && header.get(4) == ELF_64 && system.equals(LINUX);
    return Optional.of(
        new NativeCode(system, elfName(header, machine), isLambdas ? lambdas(machine) : null));
  }

  /** Both kinds of ARM and x86 have code of other widths and byte orders, which Lambda runs not. */
  private static String elfName(ByteBuffer header, String machine) {
    boolean isOdd = header.get(4) != ELF_64 || header.order() == ByteOrder.BIG_ENDIAN;
    if (lambdas(machine) == null || !isOdd) {
      return machine;
    }
    return machine + (header.get(4) == ELF_64 ? " (big-endian)" : " (32 bits)");
  }

  private static @Nullable Architecture lambdas(String machine) {
    return switch (machine) {
      case "x86_64" -> Architecture.X86_64;
      case "arm64" -> Architecture.ARM64;
      default -> null;
    };
  }

  private static Optional<NativeCode> mach(int machine) {
    return Optional.ofNullable(MACH_MACHINES.get(machine))
        .map(name -> new NativeCode(MACOS, name, null));
  }

  private static Optional<NativeCode> fat(ByteBuffer header) {
    int machines = header.getInt(4);
    return machines > 0 && machines <= MOST_FAT_MACHINES
        ? mach(header.getInt(8)).map(code -> new NativeCode(MACOS, "universal", null))
        : Optional.empty();
  }

  private static Optional<NativeCode> pe(ByteBuffer header) {
    if (Short.toUnsignedInt(header.getShort(0)) != DOS || header.limit() < DOS_PE_OFFSET + 4) {
      return Optional.empty();
    }
    int at = Integer.reverseBytes(header.getInt(DOS_PE_OFFSET));
    if (at < 0 || at > header.limit() - 6 || header.getInt(at) != PE) {
      return Optional.empty();
    }
    int machine = Short.toUnsignedInt(Short.reverseBytes(header.getShort(at + 4)));
    return Optional.of(
        new NativeCode("Windows", PE_MACHINES.getOrDefault(machine, "machine " + machine), null));
  }
}
