package io.github.lambdalayer.archive;

import java.util.Locale;
import java.util.TimeZone;

/** The JVM's defaults, changed for a while. */
final class Defaults {

  /** What is done meanwhile. */
  @FunctionalInterface
  interface Action<T, E extends Exception> {

    T run() throws E;
  }

  private Defaults() {}

  /** Runs with another time zone and locale. */
  static <T, E extends Exception> T with(String zone, String locale, Action<T, E> action) throws E {
    TimeZone zoneBefore = TimeZone.getDefault();
    Locale localeBefore = Locale.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone(zone));
      Locale.setDefault(Locale.forLanguageTag(locale));
      return action.run();
    } finally {
      TimeZone.setDefault(zoneBefore);
      Locale.setDefault(localeBefore);
    }
  }

  /** Runs in another time zone. */
  static <T, E extends Exception> T in(String zone, Action<T, E> action) throws E {
    return with(zone, Locale.getDefault().toLanguageTag(), action);
  }
}
