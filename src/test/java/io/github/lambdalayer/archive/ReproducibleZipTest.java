package io.github.lambdalayer.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.content.LayerContent;
import io.github.lambdalayer.layer.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TimeZone;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Isolated("changes the default time zone and locale")
final class ReproducibleZipTest {

  /**
   * The digest of the sample content with the default time. Whoever publishes with this plugin has
   * versions that were compared by such digests: another one for the same content makes a new
   * version of every layer of every user at their next build. So this value changes only in a major
   * version of the plugin, and the change is told in CHANGELOG.md; when this test fails without one,
   * mend the code (or pin the library that was updated), not the value.
   */
  private static final String GOLDEN =
      "481b2377927ad4370d087141aced77803e7a76ff0f4c7acbbcd8c14f70f05690";

  private final Path folder;
  private final Path target;

  ReproducibleZipTest(@TempDir Path folder) {
    this.folder = folder;
    this.target = folder.resolve("layer.zip");
  }

  private String digest(EntryTime time) throws IOException {
    LayerZipWriter.write(SampleLayers.content(folder), time, target);
    return Sha256.of(target).hex();
  }

  @Test
  void theGoldenDigest() throws IOException {
    assertThat(digest(EntryTime.DEFAULT)).isEqualTo(GOLDEN);
  }

  @ParameterizedTest
  @CsvSource({
    "UTC, en-US",
    "America/Los_Angeles, tr-TR",
    "Asia/Kolkata, ar-EG",
    "Pacific/Apia, th-TH-u-ca-buddhist",
    "Africa/Monrovia, ja-JP"
  })
  void isTheSameInEveryTimeZoneAndLocale(String zone, String locale) throws IOException {
    assertThat(Defaults.with(zone, locale, () -> digest(EntryTime.DEFAULT))).isEqualTo(GOLDEN);
  }

  @Test
  void isTheSameInAnotherPlaceOnDisk(@TempDir Path elsewhere) throws IOException {
    Path deep = Files.createDirectories(elsewhere.resolve("a place/with spaces"));
    Path other = deep.resolve("other.zip");

    LayerZipWriter.write(SampleLayers.content(deep), EntryTime.DEFAULT, other);

    assertThat(Sha256.of(other).hex()).isEqualTo(GOLDEN);
  }

  @Test
  void isTheSameForAnotherOrderOfTheEntries() throws IOException {
    var entries = new ArrayList<>(SampleLayers.content(folder).entries());
    Collections.reverse(entries);

    LayerZipWriter.write(new LayerContent(entries), EntryTime.DEFAULT, target);

    assertThat(Sha256.of(target).hex()).isEqualTo(GOLDEN);
  }

  @Test
  void doesNotDependOnTheTimesAndModesOfTheFiles() throws IOException {
    LayerContent content = SampleLayers.content(folder);
    for (var entry : content.entries()) {
      var file = folder.resolve(entry.path().replaceAll("[^A-Za-z0-9.-]", "_")).toFile();
      assertThat(file.setLastModified(1_000_000_000_000L)).isTrue();
      file.setExecutable(!entry.executable());
    }

    LayerZipWriter.write(content, EntryTime.DEFAULT, target);

    assertThat(Sha256.of(target).hex()).isEqualTo(GOLDEN);
  }

  @Test
  void changesWithTheTimeThatIsSet() throws IOException {
    assertThat(digest(EntryTime.of(Instant.parse("2026-01-01T00:00:00Z")))).isNotEqualTo(GOLDEN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1980-01-01T00:00:00Z",
        "1980-01-01T00:00:01Z",
        "1980-01-01T00:00:02Z",
        "2026-07-01T12:34:57Z",
        "2038-01-19T03:14:08Z",
        "2098-01-01T00:00:00Z",
        "2107-12-31T23:59:59Z"
      })
  void everyTimeThatIsTakenGivesTheSameBytesEverywhere(String instant) throws IOException {
    EntryTime time = EntryTime.of(Instant.parse(instant));
    String expected = Defaults.in("UTC", () -> digest(time));

    for (String zone : List.of("Pacific/Kiritimati", "Pacific/Pago_Pago", "Europe/Berlin")) {
      assertThat(Defaults.in(zone, () -> digest(time))).as(zone).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1980-01-01T00:00:00Z", "2098-01-01T00:00:00Z", "2107-12-31T23:59:59Z"})
  void timesAtTheEdgesNeedNoExtraFields(String instant) throws IOException {
    digest(EntryTime.of(Instant.parse(instant)));

    assertThat(RawZip.optionals(target)).hasSize(8).containsOnly(RawZip.Optional.NONE);
    try (var zip = ZipFile.builder().setPath(target).get()) {
      assertThat(Collections.list(zip.getEntries()))
          .extracting(ZipArchiveEntry::getTimeLocal)
          .containsOnly(
              LocalDateTime.ofEpochSecond(
                  Instant.parse(instant).getEpochSecond() & ~1L, 0, ZoneOffset.UTC));
    }
  }

  @Test
  void isTheSameInEveryTimeZoneOfThisJvm() throws IOException {
    for (String zone : TimeZone.getAvailableIDs()) {
      assertThat(Defaults.in(zone, () -> digest(EntryTime.DEFAULT))).as(zone).isEqualTo(GOLDEN);
    }
  }
}
