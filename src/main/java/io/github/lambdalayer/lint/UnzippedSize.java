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

  /** From here on there is little room for the function. */
  private static final int MUCH_PER_CENT = 80;

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

  /** The same about a layer that is examined, or a warning where it leaves little room. */
  static List<Finding> check(LintedLayer layer) {
    LayerContent content = layer.content();
    String saving = StripSavings.of(layer).hint();
    long size = content.unzippedSize();
    if (size > Limits.UNZIPPED_BYTES) {
      return List.of(tooLarge(content, saving));
    }
    return size * 100 > Limits.UNZIPPED_BYTES * MUCH_PER_CENT
        ? List.of(littleRoom(content, saving))
        : List.of();
  }

  /** An error that lists the ten heaviest entries, each with what brought it, if it does not fit. */
  static Optional<Finding> check(LayerContent content) {
    return content.unzippedSize() <= Limits.UNZIPPED_BYTES
        ? Optional.empty()
        : Optional.of(tooLarge(content, ""));
  }

  private static Finding tooLarge(LayerContent content, String saving) {
    long size = content.unzippedSize();
    return Rule.UNZIPPED_SIZE.found(
        Messages.format(
            "The layer has %,d bytes unzipped, %,d more than the %,d that Lambda gives a"
                + " function together with all its layers. The heaviest entries, and what brought"
                + " them:%n%s",
            size, size - Limits.UNZIPPED_BYTES, Limits.UNZIPPED_BYTES, heaviest(content)),
        "Leave dependencies out with <excludes>, or make two layers." + saving);
  }

  private static Finding littleRoom(LayerContent content, String saving) {
    long size = content.unzippedSize();
    return Rule.SIZE_MARGIN.found(
        Messages.format(
            "The layer has %,d bytes unzipped, and leaves %,d of the %,d that Lambda gives a"
                + " function together with all its layers. The heaviest entries, and what brought"
                + " them:%n%s",
            size, Limits.UNZIPPED_BYTES - size, Limits.UNZIPPED_BYTES, heaviest(content)),
        "Leave out with <excludes> what functions do without." + saving);
  }

  private static String heaviest(LayerContent content) {
    return content.entries().stream()
        .sorted(Comparator.comparingLong(LayerEntry::size).reversed())
        .limit(HEAVIEST)
        .map(UnzippedSize::line)
        .collect(Collectors.joining("\n"));
  }

  private static String line(LayerEntry entry) {
    return Messages.format("  %,12d  %s  (%s)", entry.size(), entry.path(), entry.origin());
  }
}
