package io.github.lambdalayer.operate;

import io.github.lambdalayer.archive.LayerZipReader;
import io.github.lambdalayer.aws.LiveVersion;
import io.github.lambdalayer.aws.LiveZipException;
import io.github.lambdalayer.content.ContentDocument;
import io.github.lambdalayer.content.ContentDocument.Item;
import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.LayerName;
import io.github.lambdalayer.publish.Target;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads which artifacts are in live zips, of each content once: of a zip little more than its directory. */
final class Insides {

  private final @Nullable String project;
  private final Map<String, Inside> read = new ConcurrentHashMap<>();

  /**
   * Reads nothing yet.
   *
   * @param project the project that builds the layers, as {@code groupId:artifactId}, where it is known
   */
  Insides(@Nullable String project) {
    this.project = project;
  }

  Inside of(Target target, LayerName name, LiveVersion live) {
    return read.computeIfAbsent(name + " " + live.codeSha256(), any -> read(target, name, live));
  }

  private Inside read(Target target, LayerName name, LiveVersion live) {
    try {
      return LayerZipReader.read(target.connection().open(live), "the live zip")
          .readableDocument(name)
          .map(document -> inside(document, name))
          .orElseGet(() -> Inside.unknown("its zip does not tell"));
    } catch (LiveZipException | InvalidInputException e) {
      return Inside.unknown(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      return Inside.unknown("its zip cannot be read: " + e.getMessage());
    }
  }

  private Inside inside(ContentDocument document, LayerName name) {
    List<Item> items = document.artifacts();
    Optional<Item> own =
        find(items, item -> (item.groupId() + ":" + item.artifactId()).equals(project))
            .or(() -> find(items, item -> item.artifactId().equals(name.value())));
    return new Inside(
        own.map(Insides::text).orElse(null), items.stream().map(Insides::text).toList(), null);
  }

  private static Optional<Item> find(List<Item> items, Predicate<Item> which) {
    return items.stream().filter(which).findFirst();
  }

  private static String text(Item item) {
    return item.groupId()
        + ":"
        + item.artifactId()
        + ":"
        + item.version()
        + (item.classifier() == null ? "" : ":" + item.classifier());
  }
}
