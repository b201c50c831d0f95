package io.github.lambdalayer.archive;

import static io.github.lambdalayer.content.SampleTar.pax;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.content.SampleTar;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tars that nobody should unpack. */
final class HostileTarsTest extends HostileArchive {

  HostileTarsTest(@TempDir Path folder) {
    super(folder);
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
        tar("behind more than 40 other links", HostileTarsTest::chain),
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

  @Test
  void whatIsHarmlessIsPackedAndLeavesNothingElse() throws IOException {
    new SampleTar().file("a", "x").gzippedTo(archive);
    assertThat(pack().descriptor().zip().entries()).isEqualTo(2);
  }
}
