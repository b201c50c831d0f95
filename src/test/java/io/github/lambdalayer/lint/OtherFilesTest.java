package io.github.lambdalayer.lint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.content.LayerContent;
import io.github.lambdalayer.content.LayerEntry;
import io.github.lambdalayer.content.NativeLibraries;
import io.github.lambdalayer.content.SampleNatives;
import io.github.lambdalayer.content.Survey;
import io.github.lambdalayer.layer.Architecture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files where nobody looks, and what weighs. */
final class OtherFilesTest {

  private final SampleLayer layer;

  OtherFilesTest(@TempDir Path folder) {
    this.layer = new SampleLayer(folder);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java/a.jar",
        "lib/a.jar",
        "java/com/example/A.class",
        "com/example/A.class",
        "A.class",
        "java/META-INF/services/x",
        "node_modules/x/index.js",
        "site-packages/x.py",
        "python3.12/site-packages/x.py",
        "python/site-packages/x.py",
        "requests-2.0.dist-info/METADATA",
        "opt/java/lib/a.jar",
        "opt/python/a.py",
        "java/java/lib/a.jar",
        "ruby/gems/specifications/x",
        "ruby/3.4.0/gems/x",
        "__MACOSX/x"
      })
  void aFileWhereNoRuntimeLooksIsFound(String path) throws IOException {
    layer.file(path, new byte[1]);

    assertThat(layer.findings(Rule.MISPLACED_FILE))
        .isNotEmpty()
        .allSatisfy(f -> assertThat(f.message()).contains(path));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java/lib/a.txt",
        "java/application.yml",
        "agent.jar",
        "opentelemetry/agent.jar",
        "nodejs/node_modules/x/index.js",
        "nodejs/helper.js",
        "python/x.py",
        "python/lib/python3.12/site-packages/x.py",
        "ruby/gems/3.4.0/gems/x",
        "opt/data.csv",
        "data/node_modules/x",
        "etc/config.xml",
        "extensions/data/model.bin",
        "lib/libx.so"
      })
  void aFileThatIsLegalIsNot(String path) throws IOException {
    layer.file(path, new byte[1]);

    assertThat(layer.findings(Rule.MISPLACED_FILE)).isEmpty();
  }

  @Test
  void anAgentAndAnExtensionsModulesAreLegal() throws IOException {
    layer
        .jar(
            "java/agent.jar",
            Map.of("META-INF/MANIFEST.MF", "Premain-Class: a.Agent\n\n".getBytes(UTF_8)))
        .file("java/x.txt");
    assertThat(layer.findings(Rule.MISPLACED_FILE)).isEmpty();

    layer.file("extensions/watch", "#!/bin/sh".getBytes(UTF_8)).file("node_modules/x/index.js");
    assertThat(layer.findings(Rule.MISPLACED_FILE)).isEmpty();
  }

  @Test
  void aProgramBelowExtensionsIsFoundWhereNoneIsStarted() throws IOException {
    layer.file("extensions/watch/run", "#!/bin/sh".getBytes(UTF_8));
    assertThat(layer.findings(Rule.MISPLACED_FILE)).hasSize(1);

    layer.file("extensions/start", "#!/bin/sh".getBytes(UTF_8));
    assertThat(layer.findings(Rule.MISPLACED_FILE)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "python/x.py, java21, 1",
    "python/x.py, python3.13, 0",
    "python/x.py, provided.al2023, 0",
    "python/x.py, , 0",
    "python/lib/python3.12/site-packages/x.py, python3.13, 1",
    "python/lib/python3.12/site-packages/x.py, python3.12, 0",
    "nodejs/node_modules/x.js, java21, 1",
    "nodejs/data.json, java21, 0",
    "nodejs/node22/node_modules/x.js, nodejs22.x, 0",
    "ruby/lib/x.rb, ruby3.4, 0",
    "ruby/gems/3.3.0/x.rb, ruby3.4, 1",
    "java/lib/x.jar, java21, 0"
  })
  void aFolderOfAnotherRuntimeIsFound(String path, String runtime, int count) throws IOException {
    if (path.endsWith(".jar")) {
      layer.jar(path, Map.of());
    } else {
      layer.file(path, new byte[1]);
    }
    if (runtime != null) {
      layer.runtimes(runtime);
    }

    assertThat(layer.findings(Rule.UNUSED_FOLDER)).hasSize(count);
  }

  private static byte[] heavy(byte[] header, int size) {
    var bytes = new byte[size];
    new Random(1).nextBytes(bytes);
    System.arraycopy(header, 0, bytes, 0, header.length);
    return bytes;
  }

  @ParameterizedTest
  @CsvSource({"1100000, KEEP, 1", "900000, KEEP, 0", "1100000, STRIP, 0"})
  void whatStripWouldSaveIsNotedFromAMegabyteOn(int size, NativeLibraries libraries, int count)
      throws IOException {
    layer.artifact("g:a:1", Map.of("a.dll", heavy(SampleNatives.windows(), size)));
    layer.nativeLibraries(libraries).architectures(Architecture.X86_64);

    assertThat(layer.findings(Rule.STRIPPABLE_NATIVES)).hasSize(count);
  }

  @Test
  void whatStripWouldSaveForOneArchitectureIsTold() throws IOException {
    layer.artifact(
        "g:a:1",
        Map.of(
            "x.so", SampleNatives.linuxX86(),
            "a.so", heavy(SampleNatives.linuxArm(), 2_000_000)));

    assertThat(layer.findings(Rule.STRIPPABLE_NATIVES))
        .singleElement()
        .satisfies(f -> assertThat(f.message()).contains("x86_64").contains("2.0 MB"));
  }

  @ParameterizedTest
  @CsvSource({"209715200, 0", "209715201, 1", "262144000, 1", "262144001, 0"})
  void littleRoomIsWarnedOf(long size, int count) throws IOException {
    LintedLayer small = layer.file("data").build();
    var source = new LayerEntry.FileSource(Path.of("none"));
    var content = new LayerContent(List.of(new LayerEntry("m", source, size, false, "file m")));
    var large =
        new LintedLayer(
            content,
            new Survey(content, Map.of(), Map.of(), List.of()),
            small.definition(),
            List.of(),
            small.project(),
            path -> false,
            NativeLibraries.KEEP,
            List.of());

    assertThat(UnzippedSize.check(large))
        .filteredOn(finding -> finding.rule() == Rule.SIZE_MARGIN)
        .hasSize(count);
  }
}
