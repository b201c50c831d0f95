package io.github.lambdalayer.endpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The calls in order of arrival; one appears once its outcome is settled. */
final class CallLog {
  private final List<Entry> entries = new ArrayList<>();

  /** A place in the order, taken at arrival and filled before the client can see the outcome. */
  final class Entry {
    private @Nullable RecordedCall call;

    void settle(RecordedCall settled) {
      synchronized (CallLog.this) {
        call = settled;
      }
    }
  }

  synchronized Entry arrived() {
    Entry entry = new Entry();
    entries.add(entry);
    return entry;
  }

  synchronized List<RecordedCall> snapshot() {
    return entries.stream().map(entry -> entry.call).filter(Objects::nonNull).toList();
  }

  synchronized void clear() {
    entries.clear();
  }
}
