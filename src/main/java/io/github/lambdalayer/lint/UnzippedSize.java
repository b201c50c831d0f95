package io.github.lambdalayer.lint;

import io.github.lambdalayer.content.LayerContent;
import io.github.lambdalayer.content.LayerEntry;
import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.Limits;
import io.github.lambdalayer.layer.Messages;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether a layer fits the 262,144,000 unzipped bytes that a function and its layers share. */
public final class UnzippedSize {

  private static final int HEAVIEST = 10;

  private UnzippedSize() {}

  /**
   * Refuses a layer that does not fit.
   *
   * @throws InvalidInputException with the message of {@link #check}
   */
  public static void refuse(LayerContent content) {
    Optional<Finding> finding = check(content);
    if (finding.isPresent()) {
      throw new InvalidInputException(finding.get().text());
    }
  }

  /** The same about a layer that is built here. */
  static List<Finding> check(LintedLayer layer) {
    return check(layer.content()).stream().toList();
  }

  /** An error that lists the ten heaviest entries, each with what brought it, if it does not fit. */
  static Optional<Finding> check(LayerContent content) {
    long size = content.unzippedSize();
    if (size <= Limits.UNZIPPED_BYTES) {
      return Optional.empty();
    }
    String heaviest =
        content.entries().stream()
            .sorted(Comparator.comparingLong(LayerEntry::size).reversed())
            .limit(HEAVIEST)
            .map(UnzippedSize::line)
            .collect(Collectors.joining("\n"));
    return Optional.of(
        Rule.UNZIPPED_SIZE.found(
            Messages.format(
                "The layer has %,d bytes unzipped, %,d more than the %,d that Lambda gives a"
                    + " function together with all its layers. The heaviest entries, and what brought"
                    + " them:%n%s",
                size, size - Limits.UNZIPPED_BYTES, Limits.UNZIPPED_BYTES, heaviest),
            "Leave dependencies out with <excludes>, or make two layers."));
  }

  private static String line(LayerEntry entry) {
    return Messages.format("  %,12d  %s  (%s)", entry.size(), entry.path(), entry.origin());
  }
}
