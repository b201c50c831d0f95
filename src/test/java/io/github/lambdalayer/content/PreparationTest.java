package io.github.lambdalayer.content;

import static io.github.lambdalayer.content.SampleArtifacts.artifact;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.layer.Architecture;
import io.github.lambdalayer.lint.SampleJars;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PreparationTest {

  private final Path folder;
  private final Path directory;
  private final Path jar;

  PreparationTest(@TempDir Path folder) {
    this.folder = folder;
    this.directory = folder.resolve("layer");
    this.jar = folder.resolve("a.jar");
  }

  @BeforeEach
  void makeContent() throws IOException {
    Files.createDirectories(directory);
    SampleJars.jar(jar, natives());
  }

  private static Map<String, byte[]> natives() {
    return new HashMap<>(
        Map.of(
            "linux/x86.so", SampleNatives.linuxX86(),
            "linux/arm", SampleNatives.linuxArm(),
            "linux/arm32.so", SampleNatives.linuxArm32(),
            "a.dll", SampleNatives.windows(),
            "a.dylib", SampleNatives.macos(),
            "a.txt", new byte[99]));
  }

  private Preparation.Prepared prepare(NativeLibraries libraries, Architecture... architectures)
      throws IOException {
    return prepare(libraries, JarEntries.KEEP, architectures);
  }

  private Preparation.Prepared prepare(
      NativeLibraries libraries, JarEntries entries, Architecture... architectures)
      throws IOException {
    var request =
        new ContentRequest(
            List.of(artifact("g:a:1", jar)),
            List.of(),
            directory,
            List.of(),
            Filtering.NONE,
            libraries,
            entries,
            folder.resolve("work"));
    return new Preparation(request, List.of(architectures))
        .prepare(new ContentCollector().collect(request), new Digests());
  }

  private static List<String> names(Preparation.Prepared prepared) throws IOException {
    LayerEntry entry = prepared.collected().content().jars().get(0);
    Path file = ((LayerEntry.FileSource) entry.source()).path();
    assertThat(entry.size()).isEqualTo(Files.size(file));
    try (var zip = new ZipFile(file.toFile())) {
      return zip.stream().map(ZipEntry::getName).toList();
    }
  }

  private static String text(LayerEntry entry) throws IOException {
    try (var in = entry.source().open()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void keepsNativeCodeUnlessToldOtherwise() throws IOException {
    assertThat(names(prepare(NativeLibraries.KEEP, Architecture.ARM64))).hasSize(6);
  }

  @Test
  void leavesOutWhatTheLayersArchitectureCannotLoad() throws IOException {
    assertThat(names(prepare(NativeLibraries.STRIP, Architecture.ARM64)))
        .containsExactly("a.txt", "linux/arm");
  }

  @Test
  void keepsBothOfLambdasArchitecturesWhereNoneIsSaid() throws IOException {
    assertThat(names(prepare(NativeLibraries.STRIP)))
        .containsExactly("a.txt", "linux/arm", "linux/x86.so");
  }

  @Test
  void tellsWhatWasLeftOut() throws IOException {
    var stripped = prepare(NativeLibraries.STRIP).jars().get(0);

    assertThat(stripped.path()).isEqualTo("java/lib/a-1.jar");
    assertThat(stripped.outcome()).isEqualTo(StrippedJar.Outcome.STRIPPED);
    assertThat(stripped.files()).isEqualTo(3);
    assertThat(stripped.savedBytes()).isPositive();
  }

  @Test
  void theDocumentHasBothDigests() throws IOException {
    Located located = prepare(NativeLibraries.STRIP).collected().artifacts().get(0);

    assertThat(located.file()).isNotEqualTo(jar).exists();
    assertThat(located.artifact().file()).isEqualTo(jar);
  }

  @Test
  void aSignedJarIsLeftAloneAndSaid() throws IOException {
    Map<String, byte[]> signed = natives();
    signed.put("META-INF/KEY.SF", new byte[9]);
    signed.put("META-INF/KEY.RSA", new byte[9]);
    SampleJars.jar(jar, signed);

    var prepared = prepare(NativeLibraries.STRIP);

    assertThat(names(prepared)).hasSize(8);
    assertThat(prepared.jars())
        .extracting(StrippedJar::outcome)
        .containsExactly(StrippedJar.Outcome.SIGNED);
  }

  @Test
  void aJarWithoutForeignCodeIsTheSameFile() throws IOException {
    SampleJars.jar(jar, Map.of("a.so", SampleNatives.linuxX86()));

    var prepared = prepare(NativeLibraries.STRIP);

    assertThat(prepared.jars()).isEmpty();
    assertThat(prepared.collected().artifacts().get(0).file()).isEqualTo(jar);
  }

  @Test
  void storesWhatIsDeflatedInJarsOnRequest() throws IOException {
    var prepared = prepare(NativeLibraries.STRIP, JarEntries.REPACK, Architecture.ARM64);

    assertThat(names(prepared)).containsExactly("a.txt", "linux/arm");
    Path file = prepared.collected().artifacts().get(0).file();
    try (var zip = new ZipFile(file.toFile())) {
      assertThat(zip.stream()).extracting(ZipEntry::getMethod).containsOnly(ZipEntry.STORED);
    }
    RepackedJar repacked = prepared.repacked().get(0);
    assertThat(repacked.isDone()).isTrue();
    assertThat(repacked.addedBytes()).isPositive();
  }

  @Test
  void aJarThatCannotBeRepackedStaysAndIsSaid() throws IOException {
    Files.write(jar, new byte[] {1}, java.nio.file.StandardOpenOption.APPEND);

    var prepared = prepare(NativeLibraries.KEEP, JarEntries.REPACK);

    assertThat(prepared.repacked()).extracting(RepackedJar::isDone).containsExactly(false);
    assertThat(prepared.collected().artifacts().get(0).file()).isEqualTo(jar);
    assertThat(folder.resolve("work/prepared")).isEmptyDirectory();
  }

  @Test
  void aScriptGetsUnixLines() throws IOException {
    Files.writeString(directory.resolve("wrapper"), "#!/bin/sh\r\nexec \"$@\"\r\r\n\rend\r");

    var prepared = prepare(NativeLibraries.KEEP);

    LayerEntry wrapper = prepared.collected().content().entries().get(1);
    assertThat(text(wrapper)).isEqualTo("#!/bin/sh\nexec \"$@\"\r\n\rend\r");
    assertThat(wrapper.size()).isEqualTo(text(wrapper).length());
    assertThat(prepared.unixScripts()).containsExactly("wrapper");
  }

  @Test
  void whatIsNoScriptKeepsItsLines() throws IOException {
    Files.writeString(directory.resolve("a.txt"), "a\r\n#!b\r\n");

    var prepared = prepare(NativeLibraries.KEEP);

    assertThat(text(prepared.collected().content().entries().get(0))).isEqualTo("a\r\n#!b\r\n");
    assertThat(prepared.unixScripts()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"#!/usr/bin/env python3\r\n\0zip\r\n", "#!/bin/sh\necho a\r\n"})
  void aScriptThatStartsOrHasMoreThanTextBehindItStaysAsItIs(String script) throws IOException {
    Files.writeString(directory.resolve("wrapper"), script);

    var prepared = prepare(NativeLibraries.KEEP);

    assertThat(text(prepared.collected().content().entries().get(1))).isEqualTo(script);
    assertThat(prepared.unixScripts()).isEmpty();
  }
}
