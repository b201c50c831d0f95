package io.github.lambdalayer.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AtomicFileTest {

  private final Path folder;

  AtomicFileTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void makesTheFoldersOnTheWay() throws IOException {
    Path target = folder.resolve("a/b/file.txt");

    AtomicFile.write(target, "größer\n");

    assertThat(target).hasBinaryContent("größer\n".getBytes(StandardCharsets.UTF_8));
    assertThat(target.getParent()).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void replacesWhatStoodThere() throws IOException {
    Path target = Files.writeString(folder.resolve("file.txt"), "old");

    AtomicFile.write(target, "new");

    assertThat(target).hasContent("new");
  }

  @Test
  void theTargetStaysAsItWasUntilAllIsWritten() throws IOException {
    Path target = Files.writeString(folder.resolve("file.txt"), "old");

    AtomicFile.write(
        target,
        beside -> {
          Files.writeString(beside, "new");
          assertThat(target).hasContent("old");
        });

    assertThat(target).hasContent("new");
  }

  @Test
  void anIoErrorLeavesTheFormerContentAndNothingBesideIt() throws IOException {
    Path target = Files.writeString(folder.resolve("file.txt"), "old");
    var cause = new FileNotFoundException("the source is gone");

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(
            () ->
                AtomicFile.write(
                    target,
                    beside -> {
                      Files.writeString(beside, "half");
                      throw cause;
                    }))
        .withMessageStartingWith(target + " cannot be written")
        .withMessageContaining("the source is gone")
        .withCause(cause);

    assertThat(target).hasContent("old");
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void anyOtherErrorLeavesTheFormerContentToo() throws IOException {
    Path target = Files.writeString(folder.resolve("file.txt"), "old");

    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                AtomicFile.write(
                    target,
                    beside -> {
                      Files.writeString(beside, "half");
                      throw new IllegalStateException("broken");
                    }))
        .withMessage("broken");

    assertThat(target).hasContent("old");
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void aFolderThatIsAFileIsNamedInTheMessage() throws IOException {
    Path file = Files.writeString(folder.resolve("target"), "in the way");
    Path target = file.resolve("layer.zip");

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> AtomicFile.write(target, "text"))
        .withMessageStartingWith(target + " cannot be written")
        .withMessageContaining("Nothing half-written was left.")
        .withMessageContaining("folder is writable");
  }

  @Test
  void aTargetThatIsAFolderStaysAndIsNamedInTheMessage() throws IOException {
    Path target = folder.resolve("layer.zip");
    Files.createDirectories(target.resolve("inside"));

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> AtomicFile.write(target, "text"))
        .withMessageStartingWith(target + " cannot be written");

    assertThat(target.resolve("inside")).isDirectory();
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void whatAKilledRunLeftBesideIsNoObstacle() throws IOException {
    Files.writeString(folder.resolve(".file.txt.part"), "left over");

    AtomicFile.write(folder.resolve("file.txt"), "new");

    assertThat(folder.resolve("file.txt")).hasContent("new");
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
  }
}
