package io.github.lambdalayer.archive;

import static io.github.lambdalayer.content.SampleTar.pax;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.lambdalayer.content.LayerArtifact;
import io.github.lambdalayer.content.PlacedArtifact;
import io.github.lambdalayer.content.SampleRequests;
import io.github.lambdalayer.content.SampleTar;
import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.LayerDefinition;
import io.github.lambdalayer.layer.LayerName;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.UnixStat;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives that nobody should unpack: each gives a message, and nothing stays on disk. */
final class HostileArchivesTest {

  private static final String DAMAGED = "damaged or no archive";

  private final Path folder;
  private final Path archive;

  HostileArchivesTest(@TempDir Path folder) {
    this.folder = folder;
    this.archive = folder.resolve("archive");
  }

  private LayerPackager.Packaged pack() throws IOException {
    var artifact =
        new LayerArtifact(
            "g", "tool", "1", "", "tar.gz", archive, List.of("g:tool"), List.of(), false);
    var unpacking = new PlacedArtifact.Unpacking(0, List.of(), List.of());
    var placed = List.of(new PlacedArtifact(artifact, "opt/", unpacking));
    return new LayerPackager()
        .pack(
            new PackageRequest(
                SampleRequests.content(List.of(), placed, folder.resolve("layer"), List.of()),
                new LayerDefinition(
                    new LayerName("tool"), "tool", null, List.of(), false, List.of(), List.of()),
                "1",
                false,
                0,
                Optional.empty(),
                folder.resolve("out/layer.zip"),
                folder.resolve("out/layer.json")));
  }

  private void refused(String message) {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(this::pack)
        .withMessageStartingWith("g:tool:tar.gz:1 cannot be unpacked: ")
        .withMessageContaining(message);
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @AfterEach
  void nothingIsLeft() throws IOException {
    assertThat(folder.resolve("work")).doesNotExist();
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).allMatch(file -> file.equals(archive) || file.endsWith("out"));
    }
  }

  static Stream<Arguments> tars() {
    return Stream.of(
        tar("'/etc/passwd' has an absolute name", t -> t.file("/etc/passwd", "x")),
        tar("'../x' has '..' in its name", t -> t.file("../x", "x")),
        tar("'a/../../x' has '..'", t -> t.file("a/../../x", "x")),
        tar("'..' has '..'", t -> t.folder("..")),
        tar("'C:x' has a drive letter", t -> t.file("C:x", "x")),
        tar("has a backslash", t -> t.file("a\\b", "x")),
        tar("'a?b' has a control character", t -> t.file("a\nb", "x")),
        tar("is not in UTF-8", t -> t.file("a\u00e9", "x")),
        tar(
            "longer name than Linux takes",
            t -> t.extended('L', "a/".repeat(3000) + "b\0").file("c", "")),
        tar(
            "longer name than Linux takes",
            t -> t.extended('L', "a".repeat(256) + "\0").file("c", "")),
        tar("behind more than 40 other links", HostileArchivesTest::chain),
        tar("stands in it twice", t -> t.file("a", "x").file("./a", "y")),
        tar("stands in it twice", t -> t.file("a", "x").folder("a/")),
        tar("lies below the file 'a'", t -> t.file("a", "x").file("a/b", "y")),
        tar("lies below the link 'a'", t -> t.folder("b").link('2', "a", "b").file("a/x", "y")),
        tar("lies below the link 'a'", t -> t.link('2', "a", "/etc").file("a/x", "y")),
        tar("leads out of the archive", t -> t.link('2', "a", "/etc/passwd")),
        tar("leads out of the archive", t -> t.link('2', "a", "../x").file("x", "")),
        tar("leads out of the archive", t -> t.link('1', "a", "/etc/passwd")),
        tar("leads out of the archive", t -> t.link('1', "a", "../x")),
        tar("is not in the archive", t -> t.link('2', "a", "b")),
        tar("is not in the archive", t -> t.link('1', "a", "b")),
        tar("is not in the archive", t -> t.link('2', "a", "b/c").file("b", "x")),
        tar("leads in a circle", t -> t.link('2', "a", "a")),
        tar("leads in a circle", t -> t.link('2', "a", "b").link('2', "b", "a")),
        tar("leads in a circle", t -> t.link('1', "a", "b").link('1', "b", "a")),
        tar("leads in a circle", t -> t.file("a/x", "").link('2', "a/up", ".")),
        tar(
            "leads in a circle",
            t -> t.folder("a").folder("b").link('2', "a/b", "../b").link('2', "b/a", "../a")),
        tar("neither file, folder nor link (type '3'", t -> t.link('3', "null", "")),
        tar("neither file, folder nor link (type '6'", t -> t.link('6', "fifo", "")),
        tar("type 'S'", t -> t.link('S', "sparse", "")),
        tar("'a/../x' has '..'", t -> t.extended('x', pax("path", "a/../x")).file("b", "")),
        tar("'/x' has an absolute name", t -> t.extended('L', "/x\0").file("b", "")),
        tar("leads out", t -> t.extended('K', "/x\0").link('2', "b", "c").file("c", "")),
        tar("one name or size for all", t -> t.extended('g', pax("path", "b")).file("b", "")),
        tar("extended header that cannot", t -> t.extended('x', "99 path=a\n").file("b", "")),
        tar("extended header that cannot", t -> t.extended('x', "0").file("b", "")),
        tar("of an unknown form", t -> t.extended('x', pax("GNU.sparse.major", "1"))),
        tar("has 1073741824 bytes", t -> t.header("x", 'x', 0644, 1L << 30, "")),
        tar("has 1073741824 bytes", t -> t.header("x", 'L', 0644, 1L << 30, "")),
        tar("has bytes of its own", t -> t.header("a", '2', 0777, 5, "b").data(new byte[5])),
        tar("nothing of it goes into the layer", t -> t.folder("empty")),
        tar("ends in the middle", t -> t.header("zeros", '0', 0644, 1L << 33, "")));
  }

  /** Each folder has a link to the next one, so that the names at its end are very long. */
  private static void chain(SampleTar tar) {
    for (int i = 0; i < 50; i++) {
      tar.folder("d" + i).link('2', "d" + i + "/l", "../d" + (i + 1));
    }
    tar.file("d50/file", "x");
  }

  private static Arguments tar(String message, Consumer<SampleTar> content) {
    var tar = new SampleTar();
    content.accept(tar);
    return Arguments.of(message, tar);
  }

  @ParameterizedTest
  @MethodSource("tars")
  void aTarIsRefused(String message, SampleTar tar) throws IOException {
    tar.gzippedTo(archive);

    refused(message);
  }

  @Test
  void whatStandsBehindTheEndIsNotDropped() throws IOException {
    byte[] one = new SampleTar().file("a", "x").bytes();
    byte[] both = Arrays.copyOf(one, 2 * one.length);
    System.arraycopy(one, 0, both, one.length, one.length);
    Files.write(archive, both);

    refused("something behind its end mark");
  }

  @ParameterizedTest
  @ValueSource(ints = {700, 1024, 1500})
  void aTruncatedTarIsRefused(int length) throws IOException {
    byte[] bytes = new SampleTar().file("a", "x").file("b", "y").unfinished();
    Files.write(archive, Arrays.copyOf(bytes, length));

    refused("ends in the middle");
  }

  @Test
  void aTruncatedGzipIsRefused() throws IOException {
    new SampleTar().file("a", "x".repeat(5000)).gzippedTo(archive);
    byte[] bytes = Files.readAllBytes(archive);
    Files.write(archive, Arrays.copyOf(bytes, bytes.length - 10));

    refused(DAMAGED);
  }

  @Test
  void aGzipThatHoldsNoTarIsRefused() throws IOException {
    try (var gzip = new GZIPOutputStream(Files.newOutputStream(archive))) {
      gzip.write("text".repeat(500).getBytes(UTF_8));
    }

    refused("it is no tar");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "text", "\u00fd7zXZ\0 ", "(\u00b5/\u00fd"})
  void whatIsNoArchiveIsRefused(String content) throws IOException {
    Files.write(archive, content.getBytes(ISO_8859_1));

    refused("is no archive of a known kind. Zips (jar, war and whl too)");
  }

  @Test
  void aTarBombIsStoppedBeforeAnythingIsWritten() throws IOException {
    long size = 300L << 20;
    try (var gzip = new GZIPOutputStream(Files.newOutputStream(archive))) {
      gzip.write(new SampleTar().header("zeros", '0', 0644, size, "").unfinished());
      byte[] zeros = new byte[1 << 20];
      for (long i = 0; i < size; i += zeros.length) {
        gzip.write(zeros);
      }
      gzip.write(new byte[1024]);
    }

    refused("more than the 262,144,000 bytes");
  }

  @Test
  void aZipBombIsStoppedBeforeAnythingIsWritten() throws IOException {
    try (var zip = new ZipOutputStream(Files.newOutputStream(archive))) {
      for (int i = 0; i < 3; i++) {
        zip.putNextEntry(new ZipEntry("zeros" + i));
        zip.write(new byte[100 << 20]);
      }
    }

    refused("more than the 262,144,000 bytes");
  }

  @Test
  void linksThatMultiplyFilesAreStopped() throws IOException {
    // Each folder shows the next one twice: two to the power of thirty files.
    var tar = new SampleTar().file("f30/x", "");
    IntStream.range(0, 30)
        .forEach(
            i ->
                tar.folder("f" + i)
                    .link('2', "f" + i + "/a", "../f" + (i + 1))
                    .link('2', "f" + i + "/b", "../f" + (i + 1)));
    tar.gzippedTo(archive);

    refused("more entries than the 100,000");
  }

  @Test
  void entriesWithoutEndAreStopped() throws IOException {
    try (OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(archive))) {
      byte[] folder = new SampleTar().folder("a").unfinished();
      for (int i = 0; i < 100_002; i++) {
        gzip.write(folder);
      }
    }

    refused("more entries than the 100,000");
  }

  private void zip(String name, int mode, String content) throws IOException {
    try (var zip = new ZipArchiveOutputStream(archive)) {
      var entry = new ZipArchiveEntry(name);
      entry.setUnixMode(mode);
      zip.putArchiveEntry(entry);
      zip.write(content.getBytes(UTF_8));
      zip.closeArchiveEntry();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/a", "../a", "a/../../b", "C:/a", "a\nb"})
  void aZipWithAnUnsafeNameIsRefused(String name) throws IOException {
    zip(name, UnixStat.FILE_FLAG | 0644, "x");

    refused("its entry '" + name.replace('\n', '?') + "' has ");
  }

  @Test
  void aZipWithBackslashesIsRefused() throws IOException {
    zip("a_b", UnixStat.FILE_FLAG | 0644, "x");
    replace("a_b", "a\\b");

    refused("has a backslash");
  }

  @Test
  void aZipWhoseNamesAreNotInUtf8IsRefused() throws IOException {
    zip("a_b", UnixStat.FILE_FLAG | 0644, "x");
    replace("a_b", "a\u00e9b");

    refused("is not in UTF-8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/etc/passwd", "../x"})
  void aZipWithALinkThatEscapesIsRefused(String target) throws IOException {
    zip("link", UnixStat.LINK_FLAG | 0777, target);

    refused("leads out of the archive");
  }

  @Test
  void aZipWithADeviceIsRefused() throws IOException {
    zip("null", 020000 | 0666, "");

    refused("'null' is neither file, folder nor link");
  }

  @Test
  void aZipWithTwoEntriesOfOneNameIsRefused() throws IOException {
    try (var zip = new ZipOutputStream(Files.newOutputStream(archive))) {
      zip.putNextEntry(new ZipEntry("a"));
      zip.putNextEntry(new ZipEntry("b"));
    }
    replace("b", "a");

    refused("'a' stands in it twice");
  }

  @Test
  void aZipWithAnEncryptedEntryIsRefused() throws IOException {
    zip("a", UnixStat.FILE_FLAG | 0644, "x");
    byte[] bytes = Files.readAllBytes(archive);
    bytes[directory(bytes) + 8] |= 1;
    Files.write(archive, bytes);

    refused("'a' is encrypted. Leave it out with <excludes><exclude>a</exclude></excludes>");
  }

  @Test
  void aZipWithAnUnknownCompressionIsRefused() throws IOException {
    zip("a", UnixStat.FILE_FLAG | 0644, "x");
    byte[] bytes = Files.readAllBytes(archive);
    bytes[directory(bytes) + 10] = 93;
    Files.write(archive, bytes);

    refused("'a' is compressed with method 93");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 100})
  void aZipThatLiesAboutALengthIsRefused(int length) throws IOException {
    zip("a", UnixStat.FILE_FLAG | 0644, "many bytes ".repeat(5));
    byte[] bytes = Files.readAllBytes(archive);
    bytes[directory(bytes) + 24] = (byte) length;
    Files.write(archive, bytes);

    refused(DAMAGED);
  }

  @Test
  void aZipWithAWrongChecksumIsRefused() throws IOException {
    zip("a", UnixStat.FILE_FLAG | 0644, "many bytes ".repeat(5));
    byte[] bytes = Files.readAllBytes(archive);
    bytes[directory(bytes) + 16] ^= 1;
    Files.write(archive, bytes);

    refused("the checksum of 'a' is wrong");
  }

  @Test
  void aTruncatedZipIsRefused() throws IOException {
    zip("a", UnixStat.FILE_FLAG | 0644, "x".repeat(500));
    byte[] bytes = Files.readAllBytes(archive);
    Files.write(archive, Arrays.copyOf(bytes, bytes.length - 30));

    refused(DAMAGED);
  }

  @Test
  void aZipWithAHugeDirectoryIsRefused() throws IOException {
    try (var zip = new ZipOutputStream(Files.newOutputStream(archive))) {
      String long60k = "n".repeat(60_000);
      for (int i = 0; i < 300; i++) {
        zip.putNextEntry(new ZipEntry(i + long60k));
      }
    }

    refused("its directory has more than 16 MiB");
  }

  @Test
  void aZipWhoseEntriesShareTheirBytesIsRefused() throws IOException {
    try (var zip = new ZipArchiveOutputStream(archive)) {
      zip.setLevel(0);
      for (String name : List.of("one", "two")) {
        zip.putArchiveEntry(new ZipArchiveEntry(name));
        zip.write(new byte[99]);
        zip.closeArchiveEntry();
      }
    }
    byte[] bytes = Files.readAllBytes(archive);
    int second = new String(bytes, ISO_8859_1).lastIndexOf("PK\1\2");
    // The offset of its local header.
    Arrays.fill(bytes, second + 42, second + 46, (byte) 0);
    Files.write(archive, bytes);

    refused("has bytes that belong to another entry too");
  }

  @Test
  void whatIsHarmlessIsPackedAndLeavesNothingElse() throws IOException {
    new SampleTar().file("a", "x").gzippedTo(archive);
    assertThat(pack().descriptor().zip().entries()).isEqualTo(2);
  }

  /** Where the first entry of a zip's directory begins. */
  private static int directory(byte[] zip) {
    return new String(zip, ISO_8859_1).indexOf("PK\1\2");
  }

  private void replace(String from, String to) throws IOException {
    String zip = new String(Files.readAllBytes(archive), ISO_8859_1);
    Files.write(archive, zip.replace(from, to).getBytes(ISO_8859_1));
  }
}
