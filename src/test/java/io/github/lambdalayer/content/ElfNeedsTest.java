package io.github.lambdalayer.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ElfNeedsTest {

  private static final byte[] HEADER = SampleNatives.linuxX86();
  private static final List<String> GLIBC = List.of("libm.so.6", "libc.so.6");

  private static ElfNeeds read(byte[] file) throws IOException {
    return ElfNeeds.read(() -> new ByteArrayInputStream(file));
  }

  private static ElfNeeds byTables(byte[] file) throws IOException {
    try (var bytes = new ElfBytes(() -> new ByteArrayInputStream(file))) {
      return ElfDynamic.read(bytes);
    }
  }

  @Test
  void theNewestVersionCounts() throws IOException {
    byte[] file =
        SampleNatives.asking(
            HEADER, GLIBC, "GLIBC_2.2.5", "GLIBC_2.17", "GLIBC_2.9", "GLIBCXX_3.4.21", "GCC_3.0");

    assertThat(read(file)).isEqualTo(new ElfNeeds("", 17, 21)).isEqualTo(byTables(file));
  }

  @Test
  void versionsThatNoListHasAreReadToo() throws IOException {
    byte[] file = SampleNatives.asking(HEADER, GLIBC, "GLIBC_2.17", "GLIBC_ABI_DT_RELR");

    assertThat(read(file).glibc()).isEqualTo(36);
    assertThat(read(SampleNatives.asking(HEADER, GLIBC, "GLIBC_2.117")).glibc()).isEqualTo(117);
  }

  @Test
  void theCodeIsNotReadForThat() throws IOException {
    byte[] file = SampleNatives.asking(HEADER, 1 << 24, GLIBC, "GLIBC_2.28");
    var opened = new AtomicLong();
    var read = new AtomicLong();

    ElfNeeds needs =
        ElfNeeds.read(
            () -> {
              opened.incrementAndGet();
              return new ByteArrayInputStream(file) {
                @Override
                public synchronized int read(byte[] bytes, int from, int length) {
                  read.addAndGet(length);
                  return super.read(bytes, from, length);
                }
              };
            });

    assertThat(needs.glibc()).isEqualTo(28);
    assertThat(opened).hasValue(1);
    assertThat(read.get()).isLessThan(100_000);
  }

  @ParameterizedTest
  @CsvSource({
    "libc.musl-x86_64.so.1, musl",
    "libc.so, musl",
    "libdl.so|libc.so, bionic (Android)",
    "libc.so.7, libc.so.7",
    "libc.so.6, ''",
    "libfoo.so, ''"
  })
  void anotherCLibraryIsToldByItsName(String libraries, String other) throws IOException {
    byte[] file = SampleNatives.asking(HEADER, List.of(libraries.split("\\|")));

    assertThat(read(file).otherLibc()).isEqualTo(other);
    assertThat(read(file).glibc()).isZero();
  }

  @Test
  void tablesFarBehindAreFound() throws IOException {
    byte[] file = SampleNatives.asking(HEADER, 9 << 20, List.of("libc.so", "libdl.so"));

    assertThat(read(file).otherLibc()).isEqualTo("bionic (Android)");
  }

  @Test
  void aTextThatNamesAVersionIsNoNeed() throws IOException {
    byte[] file = SampleNatives.asking(HEADER, 100, List.of("libfoo.so"));
    byte[] text = "\0GLIBC_2.99\0".getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(text, 0, file, file.length - 200, text.length);

    assertThat(read(file)).isEqualTo(ElfNeeds.NOTHING);
  }

  @Test
  void aProgramForMuslIsToldByItsLinker() {
    assertThat(ElfNeeds.of("/lib/ld-musl-aarch64.so.1", Set.of(), Set.of()).otherLibc())
        .isEqualTo("musl");
    assertThat(ElfNeeds.of("/lib64/ld-linux-x86-64.so.2", Set.of(), Set.of()))
        .isEqualTo(ElfNeeds.NOTHING);
  }

  @Test
  void whatIsCutOffAnywhereIsNoFailure() throws IOException {
    byte[] file = SampleNatives.asking(HEADER, GLIBC, "GLIBC_2.17", "GLIBC_2.28");

    for (int length = 0; length < file.length; length++) {
      assertThat(read(Arrays.copyOf(file, length))).isNotNull();
      assertThat(byTablesOrNothing(Arrays.copyOf(file, length))).isNotNull();
    }
  }

  @Test
  void nonsenseEndsAndIsNoFailure() throws IOException {
    byte[] file = SampleNatives.asking(HEADER, GLIBC, "GLIBC_2.17", "GLIBC_2.28");
    var random = new Random(5);

    for (int i = 0; i < 20_000; i++) {
      byte[] damaged = file.clone();
      for (int j = 0; j < 4; j++) {
        damaged[20 + random.nextInt(damaged.length - 20)] = (byte) random.nextInt();
      }
      assertThat(read(damaged)).isNotNull();
      assertThat(byTablesOrNothing(damaged)).isNotNull();
    }
  }

  private static ElfNeeds byTablesOrNothing(byte[] file) throws IOException {
    try {
      return byTables(file);
    } catch (EOFException | IndexOutOfBoundsException e) {
      return ElfNeeds.NOTHING;
    }
  }
}
