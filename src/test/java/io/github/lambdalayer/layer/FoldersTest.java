package io.github.lambdalayer.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FoldersTest {

  private final Path folder;

  FoldersTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void makesAllThatIsMissing() throws IOException {
    Path made = Folders.create(folder.resolve("a/b"));

    assertThat(made).isDirectory();
    assertThat(Folders.create(made)).isEqualTo(made);
  }

  @Test
  void saysWhatToCheckWhereItCannot() throws IOException {
    Path inTheWay = Files.writeString(folder.resolve("target"), "in the way");

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> Folders.create(inTheWay.resolve("work")))
        .withMessageStartingWith(inTheWay.resolve("work") + " cannot be made (")
        .withMessageContaining("is writable");
  }
}
