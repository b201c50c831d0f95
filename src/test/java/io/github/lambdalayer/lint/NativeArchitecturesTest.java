package io.github.lambdalayer.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.content.LayerContent;
import io.github.lambdalayer.content.LayerEntry;
import io.github.lambdalayer.content.SampleNatives;
import io.github.lambdalayer.content.Survey;
import io.github.lambdalayer.layer.Architecture;
import io.github.lambdalayer.layer.LayerDefinition;
import io.github.lambdalayer.layer.LayerName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NativeArchitecturesTest {

  private static final byte[] X86 = SampleNatives.linuxX86();
  private static final byte[] ARM = SampleNatives.linuxArm();

  private final Path folder;
  private final List<LayerEntry> entries = new ArrayList<>();
  private final Map<String, String> modules = new HashMap<>();

  NativeArchitecturesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private void file(String path, byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("file" + entries.size()), bytes);
    entries.add(new LayerEntry(path, new LayerEntry.FileSource(file), 0, false, "file"));
  }

  private void jar(String path, Map<String, byte[]> natives) throws IOException {
    Path jar = SampleJars.jar(folder.resolve("file" + entries.size()), natives);
    entries.add(new LayerEntry(path, new LayerEntry.FileSource(jar), 0, false, "g:a"));
  }

  private static LayerDefinition definition(Architecture... architectures) {
    return new LayerDefinition(
        new LayerName("a"), "a", null, List.of(), false, List.of(architectures), List.of());
  }

  private NativeArchitectures natives() throws IOException {
    return NativeArchitectures.of(Survey.of(new LayerContent(entries)), modules);
  }

  private List<Architecture> derived() throws IOException {
    LayerDefinition complete = natives().complete(definition());
    assertThat(complete.architecturesConfigured()).isFalse();
    return complete.compatibleArchitectures();
  }

  private List<String> warnings(Architecture... architectures) throws IOException {
    return told(Severity.WARNING, architectures);
  }

  private List<String> told(Severity severity, Architecture... architectures) throws IOException {
    NativeArchitectures natives = natives();
    return natives.check(natives.complete(definition(architectures))).stream()
        .filter(finding -> finding.severity() == severity)
        .map(finding -> finding.message() + " " + finding.fix())
        .toList();
  }

  @Test
  void aNoteTellsWhatNarrowsTheLayerToOneArchitecture() throws IOException {
    jar("java/lib/a.jar", Map.of("a.so", X86, "b.so", ARM));
    assertThat(told(Severity.NOTE)).isEmpty();

    jar("java/lib/b.jar", Map.of("a.so", X86));
    assertThat(told(Severity.NOTE))
        .singleElement()
        .asString()
        .startsWith(
            "The layer is for x86_64 alone, for java/lib/b.jar has native code for no other");
    assertThat(told(Severity.NOTE, Architecture.X86_64)).isEmpty();
  }

  @Test
  void aNoteTellsOfJarsWithCodeForOtherSystemsAlone() throws IOException {
    jar("java/lib/a.jar", Map.of("a.dylib", SampleNatives.macos(), "b.so", ARM));
    assertThat(told(Severity.NOTE, Architecture.ARM64)).isEmpty();

    jar("java/lib/b.jar", Map.of("b.dylib", SampleNatives.macos()));
    assertThat(told(Severity.NOTE, Architecture.ARM64))
        .containsExactly(
            "No architecture of Lambda can load b.dylib in java/lib/b.jar (macOS arm64). Take the"
                + " classifier for Linux on x86_64 or arm64, or leave it out with <excludes>.");
  }

  @Test
  void areNotSaidWithoutNativeCode() throws IOException {
    file("data/a.txt", new byte[99]);

    assertThat(derived()).isEmpty();
    assertThat(warnings()).isEmpty();
  }

  @Test
  void areThoseThatAllThingsAllow() throws IOException {
    jar("java/lib/a.jar", Map.of("a.so", X86, "b.so", ARM, "c.dll", SampleNatives.windows()));
    assertThat(derived()).containsExactly(Architecture.X86_64, Architecture.ARM64);

    file("lib/liba.so", ARM);
    assertThat(derived()).containsExactly(Architecture.ARM64);
    assertThat(warnings()).isEmpty();
  }

  @Test
  void theJarsOfOneArtifactAreOneThing() throws IOException {
    jar("java/lib/tcnative-linux-x86_64.jar", Map.of("a.so", X86));
    jar("java/lib/tcnative-linux-aarch_64.jar", Map.of("a.so", ARM));
    modules.put("java/lib/tcnative-linux-x86_64.jar", "io.netty:tcnative");
    modules.put("java/lib/tcnative-linux-aarch_64.jar", "io.netty:tcnative");

    assertThat(derived()).containsExactly(Architecture.X86_64, Architecture.ARM64);
  }

  @Test
  void artifactsThatDifferOnlyByTheMachineAreOneThing() throws IOException {
    jar("java/lib/a.jar", Map.of("a.so", X86));
    jar("java/lib/b.jar", Map.of("a.so", ARM));
    modules.put("java/lib/a.jar", "com.example:native-linux-x86_64");
    modules.put("java/lib/b.jar", "com.example:native-linux-aarch64");

    assertThat(derived()).hasSize(2);
  }

  @Test
  void aLibraryWithoutAndOneWithAMachineInItsNameAreOneThing() throws IOException {
    file("lib/libfoo.so", X86);
    file("lib/libfoo-arm64.so", ARM);

    assertThat(derived()).hasSize(2);
  }

  @Test
  void aLibraryOfAnotherSystemIsWarnedOf() throws IOException {
    file("lib/libfoo.dylib", SampleNatives.macos());
    file("python/distlib/w64.exe", SampleNatives.windows());

    assertThat(derived()).isEmpty();
    assertThat(warnings())
        .singleElement()
        .asString()
        .startsWith("No architecture of Lambda can load lib/libfoo.dylib (macOS arm64)");
  }

  @Test
  void twoFilesInLibAreTwoThings() throws IOException {
    file("lib/libone.so", X86);
    file("lib/libother.so", ARM);

    assertThat(derived()).isEmpty();
    assertThat(warnings())
        .singleElement()
        .asString()
        .startsWith("No architecture is declared")
        .contains("lib/libone.so is for x86_64 alone, and lib/libother.so for arm64");
  }

  @Test
  void allFilesBelowAnotherFolderAreOneThing() throws IOException {
    file("python/a/x86.so", X86);
    file("python/b/arm.so", ARM);

    assertThat(derived()).hasSize(2);
  }

  @Test
  void codeForOtherSystemsDoesNotRestrict() throws IOException {
    jar("java/lib/a.jar", Map.of("a.dylib", SampleNatives.macos()));
    file("bin/a", X86);

    assertThat(derived()).containsExactly(Architecture.X86_64);
    assertThat(warnings()).isEmpty();
  }

  @Test
  void aLooseFileForAMachineThatLambdaHasNotIsWarnedOf() throws IOException {
    file("lib/a.so", SampleNatives.linuxArm32());

    assertThat(derived()).isEmpty();
    assertThat(warnings())
        .singleElement()
        .asString()
        .startsWith("No architecture of Lambda can load lib/a.so (Linux arm)");
  }

  @Test
  void aChosenArchitectureThatSomethingLacksIsWarnedOf() throws IOException {
    jar("java/lib/a.jar", Map.of("a.so", X86));
    file("lib/a.so", ARM);

    assertThat(warnings(Architecture.ARM64))
        .singleElement()
        .asString()
        .startsWith(
            "<compatibleArchitectures> has arm64, and java/lib/a.jar has native code for x86_64"
                + " alone.");
  }
}
