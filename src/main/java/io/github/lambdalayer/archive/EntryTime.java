package io.github.lambdalayer.archive;

import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.Messages;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * The one time that all entries of a zip carry: a calendar time in UTC, in steps of two seconds,
 * from 1980 to 2107, for a zip has no time zone.
 *
 * @see <a href="https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT">APPNOTE 4.4.6</a>
 */
public final class EntryTime {

  private static final Instant FIRST = Instant.parse("1980-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("2107-12-31T23:59:59Z");

  /** Without a time in the build; not at the edge of the range, where readers disagree. */
  public static final EntryTime DEFAULT = of(Instant.parse("1980-02-01T00:00:00Z"));

  private final LocalDateTime utc;

  private EntryTime(LocalDateTime utc) {
    this.utc = utc;
  }

  /**
   * The entry time of an instant; odd seconds are rounded down.
   *
   * @throws InvalidInputException if no zip can hold it
   */
  public static EntryTime of(Instant instant) {
    if (instant.isBefore(FIRST) || instant.isAfter(LAST)) {
      throw new InvalidInputException(
          Messages.format(
              "<outputTimestamp> is %s, and a zip holds times from %s to %s only. Set"
                  + " <project.build.outputTimestamp> to a time in that range.",
              instant, FIRST, LAST));
    }
    LocalDateTime time =
        LocalDateTime.ofInstant(instant, ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS);
    return new EntryTime(time.minusSeconds(time.getSecond() % 2));
  }

  /** The time as the records of a zip hold it: the format of DOS, the date above the time. */
  int dosTime() {
    int date = (utc.getYear() - 1980) << 9 | utc.getMonthValue() << 5 | utc.getDayOfMonth();
    return date << 16 | utc.getHour() << 11 | utc.getMinute() << 5 | utc.getSecond() / 2;
  }
}
