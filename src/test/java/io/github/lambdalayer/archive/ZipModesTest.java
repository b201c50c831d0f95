package io.github.lambdalayer.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.layer.LayerName;
import io.github.lambdalayer.lint.Finding;
import io.github.lambdalayer.lint.Rule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ZipModesTest {

  private static final FileOptions NAMED =
      new FileOptions(new LayerName("a"), null, null, null, null, List.of(), List.of(), List.of());

  private final Path file;

  ZipModesTest(@TempDir Path folder) {
    this.file = folder.resolve("layer.zip");
  }

  private List<Finding> found(String path, int mode) throws IOException {
    try (var zip = new ZipArchiveOutputStream(file)) {
      var entry = new ZipArchiveEntry(path);
      entry.setUnixMode(mode);
      zip.putArchiveEntry(entry);
      zip.closeArchiveEntry();
      zip.putArchiveEntry(new ZipArchiveEntry("data/made-on-windows"));
      zip.closeArchiveEntry();
    }
    return ZipFileDescriber.examine(file, NAMED).findings();
  }

  @ParameterizedTest
  @CsvSource({"a, 100600", "a, 100640", "a, 100000", "a/, 40700", "a/, 40744"})
  void whatNotAllMayReadIsAnError(String path, String mode) throws IOException {
    assertThat(found(path, Integer.parseInt(mode, 8)))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.rule()).isEqualTo(Rule.UNREADABLE_MODE);
              assertThat(finding.message())
                  .contains("Some files do not have read permissions")
                  .contains(path + " (mode " + mode.substring(mode.length() - 3) + ")");
            });
  }

  @ParameterizedTest
  @CsvSource({"a, 100644", "a, 100444", "a/, 40755", "a/, 40555"})
  void whatAllMayReadIsFine(String path, String mode) throws IOException {
    assertThat(found(path, Integer.parseInt(mode, 8))).isEmpty();
  }

  @Test
  void aZipIsExaminedAsALayerIs() throws IOException {
    new SampleZips().with("java/lib/UP.JAR", "x").with("node_modules/x/index.js", "x").write(file);

    assertThat(ZipFileDescriber.examine(file, NAMED).findings())
        .extracting(Finding::rule)
        .contains(Rule.JAR_NAME, Rule.MISPLACED_FILE);
  }
}
