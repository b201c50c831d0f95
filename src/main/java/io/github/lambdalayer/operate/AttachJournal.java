package io.github.lambdalayer.operate;

import com.google.gson.JsonParseException;
import io.github.lambdalayer.layer.AtomicFile;
import io.github.lambdalayer.layer.Documents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what functions had before they were changed, until all of them have what they were to have,
 * or are as they were: a run that dies in the middle leaves it, and the next one knows where functions go
 * back to. Written before the first change.
 */
final class AttachJournal {

  private static final String NOTE =
      "Functions are being changed. This file goes when that is done; where it stays, a run was stopped:"
          + " run attach again, and it ends with all of them changed, or all as they were before.";

  private final Path file;

  AttachJournal(Path folder) {
    this.file = folder.resolve("attaching.json");
  }

  /**
   * A function that was to be changed.
   *
   * @param function its ARN
   * @param before its layers before
   * @param after each list of layers that it was to have since, by one run after the other
   */
  record Entry(String function, List<String> before, List<List<String>> after) {

    /** One that was read need not have everything. */
    private void check() {
      if (Stream.of(function, before, after).anyMatch(Objects::isNull)) {
        throw new IllegalArgumentException("a function's layers are missing");
      }
      if (!Stream.concat(Stream.of(before), after.stream()).allMatch(AttachJournal::areArns)) {
        throw new IllegalArgumentException("a layer is no ARN");
      }
    }

    /** Whether layers are those from before or of one of these runs, and none of somebody else. */
    boolean knows(List<String> layers) {
      return layers.equals(before) || after.contains(layers);
    }

    /** The same, and it is to have other layers yet. */
    private Entry with(List<String> next) {
      return after.contains(next)
          ? this
          : new Entry(function, before, Stream.concat(after.stream(), Stream.of(next)).toList());
    }
  }

  private static boolean areArns(@Nullable List<String> texts) {
    return texts != null
        && texts.stream().allMatch(text -> text != null && text.startsWith("arn:"));
  }

  private record Document(String note, @Nullable List<Entry> functions) {}

  /** What a run that died has left. */
  Leftovers leftovers() throws IOException {
    return new Leftovers(read(), file);
  }

  /** What functions had before a run that died, by their ARNs. */
  Map<String, Entry> read() throws IOException {
    var entries = new LinkedHashMap<String, Entry>();
    if (!Files.exists(file)) {
      return entries;
    }
    try {
      Document document = Documents.fromJson(Files.readString(file), Document.class);
      List<Entry> functions = document == null ? null : document.functions();
      for (Entry entry : Optional.ofNullable(functions).orElse(List.of())) {
        entry.check();
        entries.put(entry.function(), entry);
      }
      return entries;
    } catch (JsonParseException | IllegalArgumentException e) {
      throw new IOException(
          file
              + " cannot be understood. It tells what functions had before a run that was stopped: see"
              + " what it says, and delete it.",
          e);
    }
  }

  /**
   * The functions are about to be changed; what is known of others stays.
   *
   * @param ended the ARNs of those of which nothing is open any more
   */
  void open(Collection<Move> moves, Collection<String> ended) throws IOException {
    Map<String, Entry> entries = read();
    entries.keySet().removeAll(ended);
    for (Move move : moves) {
      String arn = move.function().arn();
      // A run that dies before this function's turn leaves it as an earlier one has.
      Entry known =
          Optional.ofNullable(entries.get(arn))
              .filter(entry -> entry.knows(move.function().layerArns()))
              .orElseGet(() -> new Entry(arn, move.before(), List.of()));
      entries.put(arn, known.with(move.after()));
    }
    write(entries);
  }

  /** Nothing is open any more of the functions with these ARNs. */
  void close(Collection<String> functions) throws IOException {
    Map<String, Entry> entries = read();
    entries.keySet().removeAll(functions);
    write(entries);
  }

  private void write(Map<String, Entry> entries) throws IOException {
    if (entries.isEmpty()) {
      Files.deleteIfExists(file);
    } else {
      AtomicFile.write(file, Documents.toJson(new Document(NOTE, List.copyOf(entries.values()))));
    }
  }
}
