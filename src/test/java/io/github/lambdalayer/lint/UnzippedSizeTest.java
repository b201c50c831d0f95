package io.github.lambdalayer.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.content.ContentCollector;
import io.github.lambdalayer.content.LayerContent;
import io.github.lambdalayer.content.LayerEntry;
import io.github.lambdalayer.content.SampleRequests;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("changes the default locale")
final class UnzippedSizeTest {

  private static final long LIMIT = 262_144_000;

  private static LayerEntry entry(String path, long size) {
    var nothing = new LayerEntry.FileSource(Path.of("none"));
    return new LayerEntry(path, nothing, size, false, "app -> brings-" + path);
  }

  private static String message(LayerContent content) {
    return UnzippedSize.check(content).orElseThrow().message();
  }

  @Test
  void exactlyTheLimitFits() {
    var content = new LayerContent(List.of(entry("a", LIMIT - 1), entry("b", 1)));

    assertThat(UnzippedSize.check(content)).isEmpty();
  }

  @Test
  void oneByteMoreIsAnError() {
    var content = new LayerContent(List.of(entry("a", LIMIT), entry("b", 1)));

    assertThat(UnzippedSize.check(content))
        .hasValueSatisfying(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Severity.ERROR);
              assertThat(finding.text())
                  .startsWith(
                      "[unzipped-size] The layer has 262,144,001 bytes unzipped, 1 more than the")
                  .contains("262,144,000 that Lambda gives a function together with all its layers")
                  .contains("<excludes>");
            });
  }

  @Test
  void namesTheTenHeaviestWithWhatBroughtThem() {
    var entries = new ArrayList<LayerEntry>();
    for (int i = 1; i <= 12; i++) {
      entries.add(entry("e%02d".formatted(i), i * 10_000_000L));
    }

    List<String> lines = message(new LayerContent(entries)).lines().skip(1).toList();

    assertThat(lines)
        .hasSize(10)
        .startsWith("   120,000,000  e12  (app -> brings-e12)")
        .endsWith("    30,000,000  e03  (app -> brings-e03)");
  }

  @Test
  void filesOf251MebibytesDoNotFit(@TempDir Path folder) throws IOException {
    Path heavy = folder.resolve("model.bin");
    try (var file = new RandomAccessFile(heavy.toFile(), "rw")) {
      file.setLength(251L << 20);
    }
    var request = SampleRequests.content(List.of(), folder, List.of());

    assertThat(message(new ContentCollector().collect(request).content()))
        .contains("263,192,576 bytes unzipped, 1,048,576 more")
        .endsWith("   263,192,576  model.bin  (file " + heavy + ")");
  }

  @Test
  void theMessageIsTheSameInEveryLocale() {
    var content = new LayerContent(List.of(entry("a", LIMIT + 1)));
    String here = message(content);
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG"));

      assertThat(message(content)).isEqualTo(here);
    } finally {
      Locale.setDefault(before);
    }
  }
}
