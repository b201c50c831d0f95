package io.github.lambdalayer.content;

import static io.github.lambdalayer.content.SampleNatives.elf;
import static io.github.lambdalayer.content.SampleNatives.fat;
import static io.github.lambdalayer.content.SampleNatives.mach;
import static io.github.lambdalayer.content.SampleNatives.windows;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.layer.Architecture;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NativeCodeTest {

  @ParameterizedTest
  @CsvSource({
    "2, 1, 0, 3, 62, Linux x86_64, X86_64",
    "2, 1, 3, 2, 62, Linux x86_64, X86_64",
    "2, 1, 0, 3, 183, Linux arm64, ARM64",
    "1, 1, 0, 3, 62, Linux x86_64 (32 bits),",
    "2, 2, 0, 3, 183, Linux arm64 (big-endian),",
    "1, 1, 0, 3, 3, Linux x86,",
    "1, 1, 97, 3, 40, Linux arm,",
    "2, 2, 0, 3, 22, Linux s390,",
    "2, 1, 0, 3, 999, Linux machine 999,",
    "2, 1, 9, 3, 62, FreeBSD x86_64,",
    "2, 1, 6, 3, 62, Solaris x86_64,",
    "2, 1, 12, 3, 183, OpenBSD arm64,"
  })
  void anElfHeaderTellsSystemAndMachine(
      int width, int order, int system, int type, int machine, String text, Architecture runs) {
    var code = NativeCode.of(elf(width, order, system, type, machine)).orElseThrow();

    assertThat(code).hasToString(text);
    assertThat(code.architecture()).isEqualTo(runs);
  }

  @ParameterizedTest
  @CsvSource({"0", "1", "4"})
  void anElfFileThatNobodyLoadsIsNone(int type) {
    assertThat(NativeCode.of(elf(2, 1, 0, type, 62))).isEmpty();
  }

  @Test
  void machOIsReadInBothOrders() {
    assertThat(NativeCode.of(mach(ByteOrder.LITTLE_ENDIAN, 0xFEEDFACF, 0x01000007)))
        .hasValueSatisfying(code -> assertThat(code).hasToString("macOS x86_64"));
    assertThat(NativeCode.of(mach(ByteOrder.BIG_ENDIAN, 0xFEEDFACE, 18)))
        .hasValueSatisfying(code -> assertThat(code).hasToString("macOS ppc"));
  }

  @Test
  void aFatFileIsToldFromAClass() {
    byte[] javaClass = new byte[256];
    System.arraycopy(
        new byte[] {(byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE}, 0, javaClass, 0, 4);
    javaClass[7] = 61;

    assertThat(NativeCode.of(fat()))
        .hasValueSatisfying(code -> assertThat(code).hasToString("macOS universal"));
    assertThat(NativeCode.of(javaClass)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0x8664, x86_64", "0xAA64, arm64", "0x14C, x86"})
  void aPeHeaderStandsBehindADosProgram(String machine, String text) {
    assertThat(NativeCode.of(windows(Integer.decode(machine))))
        .hasValueSatisfying(code -> assertThat(code).hasToString("Windows " + text));
  }

  @Test
  void whatOnlyLooksLikeAProgramIsNone() {
    byte[] text =
        "MZ begins a name of Mr. Zbikowski and this long line of text as well as any program"
            .getBytes(StandardCharsets.UTF_8);

    assertThat(NativeCode.of(text)).isEmpty();
    assertThat(NativeCode.of(Arrays.copyOf(windows(), 100))).isEmpty();
    assertThat(NativeCode.of(Arrays.copyOf(SampleNatives.linuxX86(), 20))).isEmpty();
    assertThat(NativeCode.of(new byte[0])).isEmpty();
  }

  @Test
  void onlyLinuxCodeForAWantedArchitectureRuns() {
    var arm = NativeCode.of(SampleNatives.linuxArm()).orElseThrow();

    assertThat(arm.runsOnAny(List.of(Architecture.ARM64))).isTrue();
    assertThat(arm.runsOnAny(List.of(Architecture.X86_64))).isFalse();
    assertThat(
            NativeCode.of(SampleNatives.macos())
                .orElseThrow()
                .runsOnAny(List.of(Architecture.values())))
        .isFalse();
  }
}
