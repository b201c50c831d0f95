package io.github.lambdalayer.content;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.github.lambdalayer.content.PlacedArtifact.Unpacking;
import io.github.lambdalayer.layer.InvalidInputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.zip.UnixStat;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UnpackerTest {

  private static final Unpacking ALL = new Unpacking(0, List.of(), List.of());

  private final Path folder;
  private final Path archive;

  UnpackerTest(@TempDir Path folder) {
    this.folder = folder;
    this.archive = folder.resolve("archive");
  }

  private ContentCollector.Collected collect(PlacedArtifact... placed) throws IOException {
    return new ContentCollector()
        .collect(
            SampleRequests.content(List.of(), List.of(placed), folder.resolve("layer"), List.of()));
  }

  private PlacedArtifact to(String place, Unpacking unpacking) {
    return new PlacedArtifact(SampleArtifacts.artifact("g:a:1", archive), place, unpacking);
  }

  private List<String> files(String place, Unpacking unpacking) throws IOException {
    var lines = new ArrayList<String>();
    for (LayerEntry entry : collect(to(place, unpacking)).content().entries()) {
      try (InputStream in = entry.source().open()) {
        String text = new String(in.readAllBytes(), UTF_8);
        lines.add((entry.executable() ? "x " : "- ") + entry.path() + "=" + text);
      }
    }
    return lines;
  }

  @Test
  void ofAModeOnlyTheExecutableBitCounts() throws IOException {
    new SampleTar()
        .folder("./")
        .file("./private", 0600, "1")
        .file("setuid", 06755, "2")
        .file("others", 0641, "3")
        .file("bin/tool", 0644, "4")
        .to(archive);

    assertThat(files("", ALL))
        .containsExactly("x bin/tool=4", "x others=3", "- private=1", "x setuid=2");
  }

  @Test
  void linksInsideBecomeWhatTheyLeadTo() throws IOException {
    new SampleTar()
        .file("v1/lib.so.1", 0755, "so")
        .link('2', "v1/lib.so", "lib.so.1")
        .link('1', "hard", "./v1/lib.so.1")
        .link('2', "current", "v1")
        .link('2', "deep/er", "../current/./lib.so")
        .to(archive);

    assertThat(files("o/", ALL))
        .containsExactly(
            "x o/current/lib.so=so",
            "x o/current/lib.so.1=so",
            "x o/deep/er=so",
            "x o/hard=so",
            "x o/v1/lib.so=so",
            "x o/v1/lib.so.1=so");
  }

  @Test
  void aLinkWorksWhereItsTargetStaysOut() throws IOException {
    new SampleTar().file("a.1", "one").link('2', "a", "a.1").to(archive);

    assertThat(files("", new Unpacking(0, List.of("a"), List.of()))).containsExactly("- a=one");
  }

  @Test
  void whatPatternsLeaveOutNeedNotBeUsable() throws IOException {
    new SampleTar()
        .file("a", "one")
        .link('2', "certs", "/etc/ssl")
        .link('3', "null", "")
        .to(archive);

    assertThat(files("", new Unpacking(0, List.of(), List.of("certs", "null"))))
        .containsExactly("- a=one");
  }

  @Test
  void leadingFoldersAndWhatPatternsLeaveOutAreTold() throws IOException {
    new SampleTar()
        .file("README", "r")
        .file("package/index.js", "i")
        .file("package/test/x.js", "t")
        .gzippedTo(archive);

    var collected = collect(to("m/", new Unpacking(1, List.of(), List.of("test/"))));

    assertThat(collected.entries()).extracting(LayerEntry::path).containsExactly("m/index.js");
    assertThat(collected.notes())
        .containsExactly(
            "Left out of g:a:jar:1: 2 of its 3 files (1 with fewer folders than <stripComponents>"
                + " takes off, 1 by <includes> and <excludes>).");
  }

  @Test
  void aPatternThatMatchesNothingIsRefused() throws IOException {
    new SampleTar().file("package/index.js", "i").to(archive);

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> files("", new Unpacking(1, List.of("*.js"), List.of("package/test/**"))))
        .withMessageContaining("has the patterns [package/test/**]")
        .withMessageContaining("Files in it are: index.js.");
  }

  @Test
  void longNamesAreWholeInEveryForm() throws IOException {
    String name = "folder/".repeat(30) + "größe";
    new SampleTar()
        .extended('x', SampleTar.pax("path", name + 1))
        .file("short", "x")
        .extended('L', name + "2\0")
        .file("short", "L")
        .to(archive);

    assertThat(files("", ALL)).containsExactly("- " + name + "1=x", "- " + name + "2=L");
  }

  @Test
  void zipsKeepExecutableBitsAndLinks() throws IOException {
    try (var zip = new ZipArchiveOutputStream(archive)) {
      add(zip, "run", UnixStat.FILE_FLAG | 0700, "go");
      add(zip, "link", UnixStat.LINK_FLAG | 0777, "run");
      add(zip, "größe", UnixStat.FILE_FLAG | 0600, "g");
    }

    assertThat(files("", ALL)).containsExactly("- größe=g", "x link=go", "x run=go");
  }

  private static void add(ZipArchiveOutputStream zip, String name, int mode, String text)
      throws IOException {
    var entry = new ZipArchiveEntry(name);
    entry.setUnixMode(mode);
    zip.putArchiveEntry(entry);
    zip.write(text.getBytes(UTF_8));
    zip.closeArchiveEntry();
  }

  @Test
  void bzip2IsUnpackedToo() throws IOException {
    try (var out = new BZip2CompressorOutputStream(Files.newOutputStream(archive))) {
      out.write(new SampleTar().file("a", "one").bytes());
    }

    assertThat(files("", ALL)).containsExactly("- a=one");
  }

  @Test
  void oneArtifactCanGoToTwoPlaces() throws IOException {
    new SampleTar().file("a", "one").file("b", "two").to(archive);

    var collected =
        collect(
            to("x/", new Unpacking(0, List.of("a"), List.of())),
            to("x/", new Unpacking(0, List.of("b"), List.of())),
            new PlacedArtifact(SampleArtifacts.artifact("g:a:1", archive), "y/", null));

    assertThat(collected.artifacts()).extracting(Located::path).containsExactly("x/", "y/a-1.jar");
    assertThat(collected.content().entries())
        .extracting(LayerEntry::path, LayerEntry::executable)
        .containsExactly(tuple("x/a", false), tuple("x/b", false), tuple("y/a-1.jar", false));
  }

  @Test
  void namesAreDistinctAmongAllArtifactsOfAFolder() throws IOException {
    Files.writeString(archive, "x");
    var request =
        SampleRequests.content(
            List.of(SampleArtifacts.artifact("g:a:1", archive)),
            List.of(
                new PlacedArtifact(SampleArtifacts.artifact("h:a:1", archive), "java/lib/", null)),
            folder.resolve("layer"),
            List.of());

    assertThat(new ContentCollector().collect(request).artifacts())
        .extracting(Located::path)
        .containsExactly("java/lib/g-a-1.jar", "java/lib/h-a-1.jar");
  }

  @Test
  void twoArtifactsCannotBeOneFile() throws IOException {
    Files.writeString(archive, "x");
    var one = new PlacedArtifact(SampleArtifacts.artifact("g:a:1", archive), "agent.jar", null);
    var two = new PlacedArtifact(SampleArtifacts.artifact("g:b:1", archive), "agent.jar", null);

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> collect(one, two).content())
        .withMessageContaining("Two things want the place 'agent.jar'")
        .withMessageContaining("g:a:jar:1 and")
        .withMessageContaining("g:b:jar:1");
  }

  @Test
  void theFolderOfTheDocumentsIsNotUnpackedInto() throws IOException {
    new SampleTar().file("META-INF/lambda-layer/other.json", "{}").to(archive);

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> files("", ALL))
        .withMessageContaining("would stand where the documents about layers are");
  }
}
