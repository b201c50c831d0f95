package io.github.lambdalayer.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class WorkFolderTest {

  @Test
  void removesWhatABuildThatWasKilledHasLeftAndItsOwnFiles(@TempDir Path folder)
      throws IOException {
    Path left = Files.createDirectories(folder.resolve("work/unpacked-0")).resolve("7");
    Files.writeString(left, "left");
    var work = WorkFolder.begin(folder.resolve("work"));
    assertThat(left).doesNotExist();

    Files.createDirectories(left.resolveSibling("deep"));
    Files.writeString(left, "new");
    work.close();

    assertThat(folder.resolve("work")).doesNotExist();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void whatALinkLeadsToStays(@TempDir Path folder) throws IOException {
    Path precious = Files.writeString(folder.resolve("precious"), "text");
    Path work = Files.createDirectory(folder.resolve("work"));
    Files.createSymbolicLink(work.resolve("link"), folder);

    WorkFolder.begin(work).close();

    assertThat(work).doesNotExist();
    assertThat(precious).exists();
  }
}
