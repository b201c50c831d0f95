package io.github.lambdalayer.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.lint.SampleJars;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** JARs that somebody has made to be trouble for who looks into them. */
final class HostileJarsTest {

  private final Path folder;

  HostileJarsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Survey survey(String name, byte[] content) throws IOException {
    Path jar = SampleJars.jar(folder.resolve("a.jar"), Map.of(name, content));
    return Survey.of(
        new LayerContent(List.of(LayerEntry.ofFile("java/lib/a.jar", jar, false, "file " + jar))));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void aProviderOfManyPartsIsRead() throws IOException {
    String provider = "a.".repeat(20_000) + "B";

    assertThat(survey("META-INF/services/x.Y", bytes(provider)).jars().get("java/lib/a.jar"))
        .extracting(JarContents::services)
        .isEqualTo(List.of(new JarService("x.Y", List.of(provider))));
  }

  @Test
  void anEndlessServiceFileIsNone() throws IOException {
    byte[] endless = bytes("a".repeat((1 << 20) + 1));

    assertThat(survey("META-INF/services/x.Y", endless).jars().get("java/lib/a.jar"))
        .extracting(JarContents::services)
        .isEqualTo(List.of());
  }

  @Test
  void aJarWithAnEndlessManifestCannotBeRead() throws IOException {
    Survey survey = survey("META-INF/MANIFEST.MF", new byte[(16 << 20) + 1]);

    assertThat(survey.jars()).isEmpty();
    assertThat(survey.unreadable())
        .singleElement()
        .extracting(UnreadableJar::reason)
        .asString()
        .contains("its manifest has more than 16,777,216 bytes");
  }

  /** Each record looks like one of a table until its name is looked up. */
  @Test
  void recordsWithoutNamesAreNoTable() throws IOException {
    Path file = folder.resolve("lib.so");
    ByteBuffer records = ByteBuffer.allocate(1 << 20).order(ByteOrder.LITTLE_ENDIAN);
    records.put(SampleNatives.linuxX86());
    records.position(1024);
    while (records.hasRemaining()) {
      records.putInt(ElfVersionScan.hash("GLIBC_2.17")).putInt(0).putInt(64).putInt(16);
    }
    Files.write(file, records.array());

    try (var bytes = new ElfBytes(new LayerEntry.FileSource(file))) {
      var scan = new ElfVersionScan();
      while (bytes.grow()) {
        assertThat(scan.find(bytes)).isEmpty();
      }
    }
    assertThat(ElfNeeds.read(new LayerEntry.FileSource(file))).isNotNull();
  }
}
