package io.github.lambdalayer.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.lambdalayer.layer.InvalidInputException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ContentDirectoryTest {

  private final Path root;

  ContentDirectoryTest(@TempDir Path folder) throws IOException {
    root = Files.createDirectory(folder.resolve("layer"));
  }

  private Path file(String path) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.resolveSibling("."));
    return Files.writeString(file, path);
  }

  private ContentDirectory.Scan scan() throws IOException {
    return new ContentDirectory(root).scan(path -> path.endsWith(".sh"));
  }

  @Test
  void takesTheTreeAsItStands() throws IOException {
    file("bootstrap");
    file("python/lib/a.py");
    Path script = file("tools/run.sh");

    assertThat(scan().entries())
        .containsExactlyInAnyOrder(
            LayerEntry.ofFile(
                "bootstrap", root.resolve("bootstrap"), false, "file " + root.resolve("bootstrap")),
            LayerEntry.ofFile(
                "python/lib/a.py",
                root.resolve("python/lib/a.py"),
                false,
                "file " + root.resolve("python/lib/a.py")),
            LayerEntry.ofFile("tools/run.sh", script, true, "file " + script));
  }

  @Test
  void isEmptyWhereTheFolderDoesNotExist() throws IOException {
    var scan = new ContentDirectory(root.resolve("missing")).scan(path -> false);

    assertThat(scan.entries()).isEmpty();
    assertThat(scan.leftOut()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {".config", ".aws/settings.ini", "a/.hidden", ".gitkeep.txt", "CVS.md", "git/x"})
  void keepsHiddenFiles(String path) throws IOException {
    file(path);

    assertThat(scan().entries()).extracting(LayerEntry::path).containsExactly(path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {".DS_Store", "a/.DS_Store", ".git/HEAD", "bin/run.sh~", ".svn/entries", "a/.#x"})
  void leavesOutMavensDefaultExcludesAndSaysSo(String path) throws IOException {
    file(path);
    file("kept.txt");

    assertThat(scan().leftOut()).containsExactly(path);
    assertThat(scan().entries()).extracting(LayerEntry::path).containsExactly("kept.txt");
  }

  @Test
  void keepsNamesThatAreNotAscii() throws IOException {
    assumeTrue(Charset.forName(System.getProperty("sun.jnu.encoding")).newEncoder().canEncode("日"));
    file("größe/日本.txt");

    assertThat(scan().entries()).extracting(LayerEntry::path).containsExactly("größe/日本.txt");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void followsALinkToAFile(@TempDir Path elsewhere) throws IOException {
    Path target = Files.writeString(elsewhere.resolve("real.txt"), "twelve bytes");
    Files.createSymbolicLink(root.resolve("link.txt"), target);

    assertThat(scan().entries())
        .singleElement()
        .satisfies(entry -> assertThat(entry.path()).isEqualTo("link.txt"))
        .satisfies(entry -> assertThat(entry.size()).isEqualTo(12));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void followsALinkToAFolder(@TempDir Path elsewhere) throws IOException {
    Files.writeString(elsewhere.resolve("real.txt"), "text");
    Files.createSymbolicLink(root.resolve("linked"), elsewhere);

    assertThat(scan().entries()).extracting(LayerEntry::path).containsExactly("linked/real.txt");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void refusesALinkToNothing() throws IOException {
    Path link = Files.createSymbolicLink(root.resolve("broken"), root.resolve("missing"));

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(this::scan)
        .withMessage(link + " is a link to nothing. Mend the link, or remove it.");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void refusesALinkThatLeadsInACircle() throws IOException {
    Path link = Files.createSymbolicLink(root.resolve("circle"), root);

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(this::scan)
        .withMessage(link + " is a link that leads in a circle. Remove it.");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aBrokenLinkAmongTheDefaultExcludesIsLeftOut() throws IOException {
    // Emacs' lock of a file that is being edited is a link to nothing.
    Files.createSymbolicLink(root.resolve(".#x.txt"), Path.of("user@host.4711:1"));
    file("x.txt");

    assertThat(scan().leftOut()).containsExactly(".#x.txt");
    assertThat(scan().entries()).extracting(LayerEntry::path).containsExactly("x.txt");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\nb", "a\u0007", "tab\there", "del\u007f", "back\\slash"})
  @DisabledOnOs(OS.WINDOWS)
  void refusesControlCharactersAndBackslashes(String name) throws IOException {
    file(name);

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(this::scan)
        .withMessageStartingWith(root.resolve(name) + " has a backslash or a control character")
        .withMessageEndingWith("Rename it.");
  }
}
