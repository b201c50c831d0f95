package io.github.lambdalayer.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.content.SampleNatives;
import io.github.lambdalayer.layer.Architecture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NativeLibcTest {

  private static final byte[] MUSL =
      SampleNatives.asking(SampleNatives.linuxX86(), List.of("libc.musl-x86_64.so.1"));

  private final SampleLayer layer;

  NativeLibcTest(@TempDir Path folder) {
    this.layer = new SampleLayer(folder);
  }

  private static byte[] glibc(String... versions) {
    return SampleNatives.asking(SampleNatives.linuxX86(), List.of("libc.so.6"), versions);
  }

  private List<Finding> found() throws IOException {
    return layer.findings(Rule.NATIVE_LIBC);
  }

  @ParameterizedTest
  @CsvSource({
    "GLIBC_2.34, java21, false",
    "GLIBC_2.35, java21, true",
    "GLIBC_2.26, java17, false",
    "GLIBC_2.27, java17, true",
    "GLIBC_2.18, java8, true",
    "GLIBC_2.17, java8, false",
    "GLIBC_2.99, java99, false",
    "GLIBCXX_3.4.25, java17, true",
    "GLIBCXX_3.4.24, java17, false"
  })
  void aNewerVersionThanARuntimeHasIsFound(String version, String runtime, boolean isFound)
      throws IOException {
    layer.artifact("com.example:driver:1", Map.of("native/x.so", glibc("GLIBC_2.2.5", version)));
    layer.runtimes(runtime);

    assertThat(found()).hasSize(isFound ? 1 : 0);
  }

  @Test
  void tellsLibraryVersionAndRuntimes() throws IOException {
    layer.artifact("com.example:driver:1", Map.of("native/x.so", glibc("GLIBC_2.28")));
    layer.runtimes("java17", "java21");

    assertThat(found())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.message())
                  .isEqualTo(
                      "native/x.so in java/lib/driver-1.jar (Linux x86_64) needs glibc 2.28, and these"
                          + " runtimes of the layer have less: java17 (glibc 2.26).");
              assertThat(finding.place().origin()).endsWith("com.example:driver:jar:1");
            });
  }

  @Test
  void aVariantOfTheSameNameIsEnough() throws IOException {
    layer.artifact(
        "com.example:driver:1",
        Map.of(
            "linux/musl/x.so", MUSL,
            "linux/new/x.so", glibc("GLIBC_2.38"),
            "linux/glibc/x.so", glibc("GLIBC_2.17")));
    layer.runtimes("java17");

    assertThat(found()).isEmpty();
  }

  @Test
  void aLibraryForMuslAloneIsFound() throws IOException {
    layer.artifact("com.example:driver:1", Map.of("x.so", MUSL)).runtimes("java21");

    assertThat(found())
        .singleElement()
        .satisfies(
            f -> assertThat(f.message()).contains("with the C library musl, and no runtime"));
    assertThat(layer.findings(Rule.NATIVE_ARCHITECTURE)).isEmpty();
    assertThat(layer.build().definition().compatibleArchitectures()).isEmpty();
  }

  @Test
  void anArchitectureThatTheLayerIsNotForDoesNotCount() throws IOException {
    layer.artifact("com.example:driver:1", Map.of("x.so", MUSL, "y.so", SampleNatives.linuxArm()));
    layer.runtimes("java21").architectures(Architecture.ARM64);

    assertThat(found()).isEmpty();
  }

  @Test
  void aLayerWithItsOwnMuslIsLeftAlone() throws IOException {
    layer.file("lib/libx.so", MUSL).file("lib/libc.musl-x86_64.so.1", SampleNatives.linuxX86());

    assertThat(found()).isEmpty();
  }
}
