package io.github.lambdalayer.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.github.lambdalayer.content.Digests;
import io.github.lambdalayer.content.LayerContent;
import io.github.lambdalayer.content.LayerEntry;
import io.github.lambdalayer.layer.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.zip.UnixStat;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Isolated("changes the default time zone")
final class LayerZipWriterTest {

  private static final EntryTime TIME = EntryTime.of(Instant.parse("2026-01-02T03:04:06Z"));

  private final Path folder;
  private final Path target;

  LayerZipWriterTest(@TempDir Path folder) {
    this.folder = folder;
    this.target = folder.resolve("target/my-layer.zip");
  }

  private List<ZipArchiveEntry> written(LayerContent content) throws IOException {
    LayerZipWriter.write(content, TIME, target);
    try (var zip = ZipFile.builder().setPath(target).get()) {
      return Collections.list(zip.getEntriesInPhysicalOrder());
    }
  }

  @Test
  void foldersComeBeforeTheirFilesAndAllIsSortedByBytes() throws IOException {
    assertThat(written(SampleLayers.content(folder)))
        .extracting(ZipArchiveEntry::getName)
        .containsExactly(
            "bin/",
            "bin/tool",
            "config.yaml",
            "data/",
            "data/größe.txt",
            "java/",
            "java/lib/",
            "java/lib/lib-1.0.jar");
  }

  @Test
  void aFolderIsNotSeparatedFromItsFilesByNamesThatSortBetween() throws IOException {
    var content =
        new LayerContent(
            List.of(
                SampleLayers.entry(folder, "a/b", "1", false),
                SampleLayers.entry(folder, "a-b", "2", false),
                SampleLayers.entry(folder, "a.b", "3", false),
                SampleLayers.entry(folder, "a0", "4", false)));

    assertThat(written(content))
        .extracting(ZipArchiveEntry::getName)
        .containsExactly("a-b", "a.b", "a/", "a/b", "a0");
  }

  @Test
  void modesAreThoseOfUnix() throws IOException {
    assertThat(written(SampleLayers.content(folder)))
        .allMatch(entry -> entry.getPlatform() == ZipArchiveEntry.PLATFORM_UNIX)
        .extracting(ZipArchiveEntry::getName, entry -> Integer.toOctalString(entry.getUnixMode()))
        .contains(
            tuple("bin/", "40755"),
            tuple("bin/tool", "100755"),
            tuple("config.yaml", "100644"),
            tuple("java/lib/", "40755"),
            tuple("java/lib/lib-1.0.jar", "100644"));
  }

  @Test
  void nothingIsDeflated() throws IOException {
    assertThat(written(SampleLayers.content(folder)))
        .allMatch(entry -> entry.getMethod() == ZipArchiveEntry.STORED)
        .allMatch(entry -> entry.getSize() == entry.getCompressedSize())
        .noneMatch(entry -> entry.getGeneralPurposeBit().usesDataDescriptor());
  }

  @Test
  void thereAreNoExtraFieldsAndNoComments() throws IOException {
    LayerZipWriter.write(SampleLayers.content(folder), TIME, target);

    assertThat(RawZip.optionals(target)).hasSize(8).containsOnly(RawZip.Optional.NONE);
  }

  @Test
  void everyEntryHasTheSameTime() throws IOException {
    assertThat(written(SampleLayers.content(folder)))
        .extracting(ZipArchiveEntry::getTimeLocal)
        .containsOnly(LocalDateTime.of(2026, 1, 2, 3, 4, 6));
  }

  @Test
  void namesThatAreNotAsciiAreMarkedAsUtf8() throws IOException {
    assertThat(written(SampleLayers.content(folder)))
        .filteredOn(entry -> entry.getName().startsWith("data/g"))
        .allMatch(entry -> entry.getGeneralPurposeBit().usesUTF8ForNames());
  }

  @Test
  void theBytesArriveAsTheyAre() throws IOException {
    LayerZipWriter.write(SampleLayers.content(folder), TIME, target);

    try (var zip = ZipFile.builder().setPath(target).get();
        var in = zip.getInputStream(zip.getEntry("java/lib/lib-1.0.jar"))) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(SampleLayers.JAR);
    }
  }

  @Test
  void tellsWhatWasWritten() throws IOException {
    LayerContent content = SampleLayers.content(folder);

    LayerZip zip = LayerZipWriter.write(content, TIME, target);

    assertThat(zip)
        .isEqualTo(
            new LayerZip(
                target,
                Sha256.of(target).base64(),
                Files.size(target),
                content.unzippedSize(),
                content.entries().size()));
  }

  @Test
  void aSourceThatGrewMeanwhileLeavesNothing() throws IOException {
    LayerContent content = SampleLayers.content(folder);
    Files.writeString(folder.resolve("java_lib_lib-1.0.jar"), SampleLayers.JAR + " and more");

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> LayerZipWriter.write(content, TIME, target))
        .withMessageStartingWith(target + " cannot be written")
        .withMessageContaining("java/lib/lib-1.0.jar");

    assertThat(target.getParent()).isEmptyDirectory();
  }

  @Test
  void aSourceThatShrankMeanwhileLeavesNothing() throws IOException {
    LayerContent content = SampleLayers.content(folder);
    Files.writeString(folder.resolve("java_lib_lib-1.0.jar"), "less");

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> LayerZipWriter.write(content, TIME, target))
        .withMessageContaining("java/lib/lib-1.0.jar");

    assertThat(target.getParent()).isEmptyDirectory();
  }

  @Test
  void aSourceThatVanishedMeanwhileIsNamedAndTheFormerZipStays() throws IOException {
    Files.createDirectories(target.resolveSibling("."));
    Files.writeString(target, "the former zip");
    LayerContent content = SampleLayers.content(folder);
    Files.delete(folder.resolve("bin_tool"));

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> LayerZipWriter.write(content, TIME, target))
        .withMessageContaining(folder.resolve("bin_tool").toString());

    assertThat(target).hasContent("the former zip");
    assertThat(target.getParent()).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void aTimeThatTheWallsClockLeavesOutIsATimeLikeAnyOther() throws IOException {
    LayerContent content = SampleLayers.content(folder);
    EntryTime time = EntryTime.of(Instant.parse("2026-03-29T02:30:00Z"));
    String utc = LayerZipWriter.write(content, time, target).codeSha256();

    LayerZip berlin =
        Defaults.in("Europe/Berlin", () -> LayerZipWriter.write(content, time, target));

    assertThat(berlin.codeSha256()).isEqualTo(utc);
  }

  @Test
  void aSourceThatWasChangedSinceItsDigestWasFoundOutLeavesNothing() throws IOException {
    LayerContent content = SampleLayers.content(folder);
    var digests = new Digests();
    digests.of(folder.resolve("java_lib_lib-1.0.jar"));
    Files.writeString(
        folder.resolve("java_lib_lib-1.0.jar"), SampleLayers.JAR.toUpperCase(Locale.ROOT));

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> new LayerZipWriter(content, digests, TIME, size -> {}).store(target))
        .withMessageContaining("java/lib/lib-1.0.jar was changed while the layer was built");

    assertThat(target.getParent()).isEmptyDirectory();
  }

  /** What Apache Commons Compress writes of the same files; one folder comes with them. */
  private static byte[] asCommonsCompressWritesIt(int files) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new ZipArchiveOutputStream(bytes)) {
      add(out, "data/", UnixStat.DIR_FLAG | 0755);
      for (int i = 0; i < files; i++) {
        add(out, String.format(Locale.ROOT, "data/%05d", i), UnixStat.FILE_FLAG | 0644);
      }
    }
    return bytes.toByteArray();
  }

  private static void add(ZipArchiveOutputStream out, String name, int mode) throws IOException {
    var entry =
        new ZipArchiveEntry(name) {
          @Override
          public long getTime() {
            return LocalDateTime.of(2026, 1, 2, 3, 4, 6)
                .atZone(ZoneId.systemDefault())
                .toInstant()
                .toEpochMilli();
          }
        };
    entry.setMethod(ZipArchiveEntry.STORED);
    entry.setUnixMode(mode);
    entry.setSize(0);
    entry.setCrc(0);
    out.putArchiveEntry(entry);
    out.closeArchiveEntry();
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 65_533, 65_534, 65_535, 70_000})
  void isWhatCommonsCompressWritesAlsoWhereTheFirstFormatCountsNoFurther(int files)
      throws IOException {
    var entries = new ArrayList<LayerEntry>();
    LayerEntry one = SampleLayers.entry(folder, "a", "", false);
    for (int i = 0; i < files; i++) {
      String path = String.format(Locale.ROOT, "data/%05d", i);
      entries.add(new LayerEntry(path, one.source(), 0, false, "a"));
    }

    LayerZipWriter.write(new LayerContent(entries), TIME, target);

    assertThat(Arrays.equals(Files.readAllBytes(target), asCommonsCompressWritesIt(files)))
        .isTrue();
  }

  @Test
  void aSourceCanBeReadTwice() throws IOException {
    LayerEntry entry = SampleLayers.entry(folder, "a", "text", false);

    try (var once = entry.source().open();
        var again = entry.source().open()) {
      assertThat(once.readAllBytes()).isEqualTo(again.readAllBytes());
    }
  }
}
