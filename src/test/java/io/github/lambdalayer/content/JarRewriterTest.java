package io.github.lambdalayer.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.layer.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.jar.JarInputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JarRewriterTest {

  private static final Set<String> FOREIGN = Set.of("a.dll", "c.dylib");

  private final Path jar;
  private final Path stripped;

  JarRewriterTest(@TempDir Path folder) {
    jar = folder.resolve("a.jar");
    stripped = folder.resolve("stripped.jar");
  }

  /** Deflated entries have data descriptors, stored ones have none. */
  private static void write(OutputStream out, int method) throws IOException {
    try (var zip = new ZipOutputStream(out)) {
      zip.setMethod(method);
      zip.setComment("a comment");
      for (String name : List.of("META-INF/MANIFEST.MF", "a.dll", "b.so", "c.dylib", "d.txt")) {
        byte[] text =
            (name.endsWith("MF") ? "Manifest-Version: 1.0\r\n\r\n" : name.repeat(99))
                .getBytes(StandardCharsets.UTF_8);
        var entry = new ZipEntry(name);
        entry.setTimeLocal(LocalDateTime.of(2026, 1, 1, 0, 0));
        entry.setSize(text.length);
        var crc = new CRC32();
        crc.update(text);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(text);
        zip.closeEntry();
      }
    }
  }

  private void write(int method) throws IOException {
    try (OutputStream out = Files.newOutputStream(jar)) {
      write(out, method);
    }
  }

  private boolean strip(Set<String> names) throws IOException {
    return JarRewriter.write(jar, stripped, names, JarEntries.KEEP);
  }

  private boolean repack() throws IOException {
    return JarRewriter.write(jar, stripped, Set.of(), JarEntries.REPACK);
  }

  private List<String> streamed() throws IOException {
    var names = new ArrayList<String>();
    try (var in = new ZipInputStream(Files.newInputStream(stripped))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        in.readAllBytes();
        names.add(entry.getName());
      }
    }
    return names;
  }

  @Test
  void everyReaderOpensWhatIsLeft() throws IOException {
    write(ZipEntry.DEFLATED);

    assertThat(strip(FOREIGN)).isTrue();

    assertThat(streamed()).containsExactly("META-INF/MANIFEST.MF", "b.so", "d.txt");
    try (var file = new JarFile(stripped.toFile(), true)) {
      assertThat(file.size()).isEqualTo(3);
      assertThat(file.getComment()).isEqualTo("a comment");
      assertThat(file.getManifest()).isNotNull();
      try (InputStream in = file.getInputStream(file.getEntry("d.txt"))) {
        assertThat(in.readAllBytes())
            .asString(StandardCharsets.UTF_8)
            .isEqualTo("d.txt".repeat(99));
      }
    }
    try (var in = new JarInputStream(Files.newInputStream(stripped))) {
      assertThat(in.getManifest()).isNotNull();
    }
  }

  @Test
  void theBytesOfAllElseStay() throws IOException {
    write(ZipEntry.STORED);

    strip(FOREIGN);

    // Stored entries have these bytes with every JDK: another digest is a change of the format.
    assertThat(Sha256.of(stripped).hex())
        .isEqualTo("617925a0b4d05b0e1979d10edec856811a4e91ccb9e12b7925f8de36fa836c7d");
  }

  @Test
  void withNothingToLeaveOutNoByteChanges() throws IOException {
    write(ZipEntry.DEFLATED);

    strip(Set.of());

    assertThat(stripped).hasSameBinaryContentAs(jar);
  }

  @Test
  void aProgramBeforeTheZipStays() throws IOException {
    Files.writeString(jar, "#!/bin/sh\nexec java -jar \"$0\"\n");
    try (OutputStream out = Files.newOutputStream(jar, StandardOpenOption.APPEND)) {
      write(out, ZipEntry.DEFLATED);
    }

    assertThat(strip(FOREIGN)).isTrue();

    assertThat(Files.readAllBytes(stripped))
        .startsWith("#!/bin/sh\nexec java".getBytes(StandardCharsets.UTF_8));
    try (var zip = new ZipFile(stripped.toFile())) {
      assertThat(zip.size()).isEqualTo(3);
      try (InputStream in = zip.getInputStream(zip.getEntry("b.so"))) {
        assertThat(in.readAllBytes()).hasSize("b.so".length() * 99);
      }
    }
  }

  @Test
  void aZip64JarIsLeftAlone() throws IOException {
    try (var zip = new ZipArchiveOutputStream(jar)) {
      zip.setUseZip64(Zip64Mode.Always);
      zip.putArchiveEntry(new ZipArchiveEntry("a.dll"));
      zip.write(new byte[10]);
      zip.closeArchiveEntry();
    }

    assertThat(strip(Set.of("a.dll"))).isFalse();
    assertThat(stripped).doesNotExist();
  }

  @Test
  void aJarWithOtherBytesBetweenItsEntriesIsLeftAlone() throws IOException {
    write(ZipEntry.STORED);
    byte[] bytes = Files.readAllBytes(jar);
    ByteBuffer end = ByteBuffer.wrap(bytes, bytes.length - 31, 31).slice();
    int directory = Integer.reverseBytes(end.getInt(16));
    var gap = ByteBuffer.allocate(bytes.length + 100);
    gap.put(bytes, 0, directory).position(directory + 100);
    gap.put(bytes, directory, bytes.length - directory);
    gap.putInt(bytes.length - 31 + 100 + 16, Integer.reverseBytes(directory + 100));
    Files.write(jar, gap.array());

    assertThat(strip(FOREIGN)).isFalse();
  }

  @Test
  void whatIsNoZipIsLeftAlone() throws IOException {
    Files.writeString(jar, "no zip");

    assertThat(strip(FOREIGN)).isFalse();
  }

  @Test
  void deflatedEntriesAreStoredAndHoldTheSame() throws IOException {
    write(ZipEntry.DEFLATED);

    assertThat(repack()).isTrue();

    assertThat(streamed())
        .containsExactly("META-INF/MANIFEST.MF", "a.dll", "b.so", "c.dylib", "d.txt");
    try (var before = new ZipFile(jar.toFile());
        var after = new JarFile(stripped.toFile(), true)) {
      assertThat(after.getComment()).isEqualTo("a comment");
      for (ZipEntry entry : before.stream().toList()) {
        ZipEntry same = after.getEntry(entry.getName());
        assertThat(same.getMethod()).isEqualTo(ZipEntry.STORED);
        assertThat(same.getTimeLocal()).isEqualTo(entry.getTimeLocal());
        assertThat(after.getInputStream(same).readAllBytes())
            .isEqualTo(before.getInputStream(entry).readAllBytes());
      }
    }
  }

  /** As if the JAR had been written so: no byte depends on who deflated it, or inflates it here. */
  @Test
  void repackedBytesAreTheSameWithEveryJdk() throws IOException {
    write(ZipEntry.DEFLATED);

    repack();

    assertThat(Sha256.of(stripped).hex())
        .isEqualTo("a70eccd373346ce7228e9721cb747ccb827668d987c269dd78e4507b05488ea4");
  }

  @Test
  void whatIsStoredAlreadyStaysAsItIs() throws IOException {
    write(ZipEntry.STORED);

    assertThat(repack()).isTrue();

    assertThat(stripped).hasSameBinaryContentAs(jar);
  }

  /** The directory has the checksum and both sizes of the first entry. */
  @ParameterizedTest
  @ValueSource(ints = {16, 20, 24})
  void aJarWhoseDataIsNotWhatItsDirectoryTellsIsLeftAlone(int place) throws IOException {
    write(ZipEntry.DEFLATED);
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(jar)).order(ByteOrder.LITTLE_ENDIAN);
    int record = bytes.getInt(bytes.limit() - 31 + 16);
    bytes.putInt(record + place, bytes.getInt(record + place) - 1);
    Files.write(jar, bytes.array());

    assertThat(repack()).isFalse();
    assertThat(stripped).doesNotExist();
  }

  @Test
  void aJarThatIsTooLargeForALayerWhenItIsUnpackedIsNotWritten() throws IOException {
    write(ZipEntry.DEFLATED);
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(jar)).order(ByteOrder.LITTLE_ENDIAN);
    int record = bytes.getInt(bytes.limit() - 31 + 16);
    bytes.putInt(record + 24, 300_000_000);
    Files.write(jar, bytes.array());

    assertThat(repack()).isFalse();
    assertThat(stripped).doesNotExist();
  }
}
