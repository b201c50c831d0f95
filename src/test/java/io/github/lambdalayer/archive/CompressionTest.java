package io.github.lambdalayer.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.content.ContentRequest;
import io.github.lambdalayer.content.Filtering;
import io.github.lambdalayer.content.JarEntries;
import io.github.lambdalayer.content.LayerContent;
import io.github.lambdalayer.content.LayerEntry;
import io.github.lambdalayer.content.NativeLibraries;
import io.github.lambdalayer.content.SampleArtifacts;
import io.github.lambdalayer.content.SampleRequests;
import io.github.lambdalayer.content.Survey;
import io.github.lambdalayer.layer.LayerDefinition;
import io.github.lambdalayer.layer.LayerName;
import io.github.lambdalayer.lint.LintSettings;
import io.github.lambdalayer.lint.Rule;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CompressionTest {

  private static final int MEBIBYTE = 1 << 20;

  private final Path directory;
  private final Path zip;
  private final Path descriptor;

  CompressionTest(@TempDir Path folder) throws IOException {
    directory = Files.createDirectories(folder.resolve("layer"));
    zip = folder.resolve("target/layer.zip");
    descriptor = folder.resolve("target/lambda-layer/layer.json");
  }

  private LayerPackager.Packaged pack(Compression compression) throws IOException {
    return pack(compression, SampleRequests.content(List.of(), directory, List.of()));
  }

  private LayerPackager.Packaged repack(Compression compression) throws IOException {
    Path jar = directory.resolveSibling("a.jar");
    try (var out = new ZipOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new ZipEntry("a.txt"));
      out.write("a line of text\n".repeat(10_000).getBytes(UTF_8));
    }
    return pack(
        compression,
        new ContentRequest(
            List.of(SampleArtifacts.artifact("g:a:1", jar)),
            List.of(),
            directory,
            List.of(),
            Filtering.NONE,
            NativeLibraries.KEEP,
            JarEntries.REPACK,
            directory.resolveSibling("work")));
  }

  private LayerPackager.Packaged pack(Compression compression, ContentRequest content)
      throws IOException {
    return new LayerPackager()
        .pack(
            new PackageRequest(
                content,
                new LayerDefinition(
                    new LayerName("my-layer"), "", null, List.of(), false, List.of(), List.of()),
                "1.0",
                false,
                11,
                Optional.empty(),
                zip,
                descriptor,
                compression,
                LintSettings.DEFAULT));
  }

  private void text(String path, int mebibytes) throws IOException {
    byte[] line = "a line of text that is written again and again\n".repeat(100).getBytes(UTF_8);
    try (OutputStream out = Files.newOutputStream(directory.resolve(path))) {
      for (int written = 0; written < mebibytes * MEBIBYTE; written += line.length) {
        out.write(line);
      }
    }
  }

  private void noise(OutputStream out, int mebibytes) throws IOException {
    var random = new Random(7);
    byte[] bytes = new byte[MEBIBYTE];
    for (int i = 0; i < mebibytes; i++) {
      random.nextBytes(bytes);
      out.write(bytes);
    }
  }

  private int method(String path) throws IOException {
    try (var read = new ZipFile(zip.toFile())) {
      return read.getEntry(path).getMethod();
    }
  }

  @Test
  void whatFitsIsStored() throws IOException {
    text("notes.txt", 1);

    pack(Compression.AUTO);

    assertThat(method("notes.txt")).isEqualTo(ZipEntry.STORED);
  }

  @Test
  void whatFitsOnlyIfItIsDeflatedIsDeflated() throws IOException {
    text("notes.txt", 60);

    var packaged = pack(Compression.AUTO);

    assertThat(method("notes.txt")).isEqualTo(ZipEntry.DEFLATED);
    assertThat(packaged.findings()).noneMatch(one -> one.rule() == Rule.INLINE_SIZE);
    assertThat(packaged.notes()).anyMatch(note -> note.startsWith("The zip is deflated, for"));
    assertThat(packaged.descriptor().zip().size()).isLessThan(MEBIBYTE).isEqualTo(Files.size(zip));
    assertThat(DescriptorFile.read(descriptor)).isEqualTo(packaged.descriptor());
  }

  @Test
  void whatFitsInNoWayIsStored() throws IOException {
    try (OutputStream out = Files.newOutputStream(directory.resolve("noise.bin"))) {
      noise(out, 60);
    }
    text("notes.txt", 1);

    var packaged = pack(Compression.AUTO);

    assertThat(method("noise.bin")).isEqualTo(ZipEntry.STORED);
    assertThat(method("notes.txt")).isEqualTo(ZipEntry.STORED);
    assertThat(packaged.findings()).anyMatch(one -> one.rule() == Rule.INLINE_SIZE);
    assertThat(zip.getParent()).isDirectoryNotContaining("glob:**.part");
  }

  private static final LayerDefinition LAYER =
      new LayerDefinition(
          new LayerName("my-layer"), "", null, List.of(), false, List.of(), List.of());

  /** A JAR with noise, as if it were so large in the layer. */
  private boolean isTried(int level, long size) throws IOException {
    Path jar = directory.resolve("noise.jar");
    try (var out = new ZipOutputStream(Files.newOutputStream(jar))) {
      out.setLevel(level);
      out.setMethod(level == 0 ? ZipOutputStream.STORED : ZipOutputStream.DEFLATED);
      var entry = new ZipEntry("noise.bin");
      byte[] bytes = bytes(60 * MEBIBYTE);
      var crc = new CRC32();
      crc.update(bytes);
      entry.setSize(bytes.length);
      entry.setCrc(crc.getValue());
      out.putNextEntry(entry);
      out.write(bytes);
    }
    var content =
        new LayerContent(
            List.of(
                new LayerEntry(
                    "java/lib/noise.jar", new LayerEntry.FileSource(jar), size, false, "")));
    return CompressionChoice.isWorthATry(LAYER, content, Survey.of(content), size);
  }

  @Test
  void ofWhatIsDeflatedAlreadyItIsNotTried() throws IOException {
    assertThat(isTried(Deflater.BEST_SPEED, 61 * MEBIBYTE)).isFalse();
  }

  @Test
  void ofJarsWithStoredEntriesItIsTried() throws IOException {
    assertThat(isTried(0, 61 * MEBIBYTE)).isTrue();
  }

  @Test
  void ofJarsThatHaveBecomeSmallerInTheLayerItIsTried() throws IOException {
    assertThat(isTried(Deflater.BEST_SPEED, 53 * MEBIBYTE)).isTrue();
  }

  @Test
  void storedOnRequestWhateverItsSize() throws IOException {
    text("notes.txt", 60);

    pack(Compression.STORE);

    assertThat(method("notes.txt")).isEqualTo(ZipEntry.STORED);
  }

  @Test
  void deflatedOnRequestAreFilesThatBecomeSmaller() throws IOException {
    text("notes.txt", 1);
    Files.write(directory.resolve("noise.bin"), bytes(1000));
    Files.write(directory.resolve("empty"), new byte[0]);

    pack(Compression.DEFLATE);

    assertThat(method("notes.txt")).isEqualTo(ZipEntry.DEFLATED);
    assertThat(method("noise.bin")).isEqualTo(ZipEntry.STORED);
    assertThat(method("empty")).isEqualTo(ZipEntry.STORED);
    try (var read = new ZipFile(zip.toFile())) {
      for (ZipEntry entry : read.stream().filter(e -> !e.isDirectory()).toList()) {
        try (InputStream in = read.getInputStream(entry)) {
          byte[] content = in.readAllBytes();
          assertThat(content).as(entry.getName()).hasSize((int) entry.getSize());
          if (!entry.getName().startsWith("META-INF/")) {
            assertThat(
                    Arrays.equals(content, Files.readAllBytes(directory.resolve(entry.getName()))))
                .as(entry.getName())
                .isTrue();
          }
        }
      }
    }
  }

  private static byte[] bytes(int length) {
    var bytes = new byte[length];
    new Random(1).nextBytes(bytes);
    return bytes;
  }

  @Test
  void aroundRepackedJarsItIsDeflated() throws IOException {
    var packaged = repack(Compression.AUTO);

    assertThat(method("java/lib/a-1.jar")).isEqualTo(ZipEntry.DEFLATED);
    assertThat(packaged.descriptor().zip().size()).isLessThan(10_000);
    assertThat(packaged.descriptor().zip().unzippedSize()).isGreaterThan(150_000);
    assertThat(packaged.notes())
        .anyMatch(note -> note.startsWith("Stored what was deflated in 1 JAR: 1"))
        .anyMatch(note -> note.contains("<jars>repack</jars>"));
  }

  @Test
  void repackedJarsAreStoredOnRequest() throws IOException {
    repack(Compression.STORE);

    assertThat(method("java/lib/a-1.jar")).isEqualTo(ZipEntry.STORED);
  }

  @Test
  void anotherCompressionIsAnotherInput() throws IOException {
    text("notes.txt", 1);
    pack(Compression.STORE);

    assertThat(pack(Compression.DEFLATE).isUnchanged()).isFalse();
  }
}
