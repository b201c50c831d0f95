package io.github.lambdalayer.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.lambdalayer.layer.InvalidInputException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Isolated("changes the default time zone")
final class EntryTimeTest {

  private static LocalDateTime shown(EntryTime time) {
    int dos = time.dosTime();
    return LocalDateTime.of(
        (dos >>> 25) + 1980,
        dos >>> 21 & 0xF,
        dos >>> 16 & 0x1F,
        dos >>> 11 & 0x1F,
        dos >>> 5 & 0x3F,
        (dos & 0x1F) * 2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1979-12-31T23:59:59Z", "2108-01-01T00:00:00Z", "1970-01-01T00:00:00Z"})
  void refusesWhatNoZipCanHold(String instant) {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> EntryTime.of(Instant.parse(instant)))
        .withMessage(
            "<outputTimestamp> is "
                + instant
                + ", and a zip holds times from 1980-01-01T00:00:00Z to 2107-12-31T23:59:59Z only."
                + " Set <project.build.outputTimestamp> to a time in that range.");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-01T00:00:00Z, 2026-01-01T00:00:00",
    "2026-01-01T00:00:01Z, 2026-01-01T00:00:00",
    "2026-01-01T00:00:01.999Z, 2026-01-01T00:00:00",
    "2026-01-01T23:59:59Z, 2026-01-01T23:59:58",
    "2107-12-31T23:59:59Z, 2107-12-31T23:59:58"
  })
  void isInUtcAndRoundedDownToTwoSeconds(String instant, String shown) {
    assertThat(shown(EntryTime.of(Instant.parse(instant)))).isEqualTo(LocalDateTime.parse(shown));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTC", "America/New_York", "Asia/Kathmandu", "Pacific/Kiritimati"})
  void theWallShowsTheSameTimeInEveryTimeZone(String zone) {
    LocalDateTime time =
        Defaults.in(zone, () -> shown(EntryTime.of(Instant.parse("2026-07-01T12:34:56Z"))));

    assertThat(time).isEqualTo(LocalDateTime.of(2026, 7, 1, 12, 34, 56));
  }

  @Test
  void theDefaultIsShownInEveryTimeZoneOfThisJvm() {
    for (String zone : TimeZone.getAvailableIDs()) {
      LocalDateTime time = Defaults.in(zone, () -> shown(EntryTime.DEFAULT));

      assertThat(time).as(zone).isEqualTo(LocalDateTime.of(1980, 2, 1, 0, 0));
    }
  }

  @Test
  void anHourThatComesTwiceIsShown() {
    LocalDateTime time =
        Defaults.in(
            "Europe/Berlin", () -> shown(EntryTime.of(Instant.parse("2026-10-25T02:30:00Z"))));

    assertThat(time).isEqualTo(LocalDateTime.of(2026, 10, 25, 2, 30));
  }

  @Test
  void anHourThatTheWallsClockLeavesOutIsShown() {
    LocalDateTime time =
        Defaults.in(
            "Europe/Berlin", () -> shown(EntryTime.of(Instant.parse("2026-03-29T02:30:00Z"))));

    assertThat(time).isEqualTo(LocalDateTime.of(2026, 3, 29, 2, 30));
  }
}
