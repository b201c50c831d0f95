package io.github.lambdalayer.lint;

import static java.util.stream.Collectors.joining;

import io.github.lambdalayer.layer.Limits;
import io.github.lambdalayer.layer.Messages;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a function and the layers that it has at once take together when they are unzipped.
 *
 * @param function the function's archive; null where there is none to look at
 * @param layers its layers
 */
public record TotalSize(@Nullable FunctionPackage function, List<UsedLayer> layers) {

  public TotalSize {
    layers = List.copyOf(layers);
  }

  /** That of the heaviest of several sets of layers. */
  public static TotalSize heaviest(
      @Nullable FunctionPackage function, List<List<UsedLayer>> together) {
    return together.stream()
        .map(layers -> new TotalSize(function, layers))
        .max(Comparator.comparingLong(TotalSize::bytes))
        .orElseGet(() -> new TotalSize(function, List.of()));
  }

  /** The sum in bytes. */
  public long bytes() {
    return (function == null ? 0 : function.unzippedSize())
        + layers.stream().mapToLong(UsedLayer::unzippedSize).sum();
  }

  /** An error with what each of them takes, if Lambda would refuse them. */
  public Optional<Finding> check() {
    if (bytes() <= Limits.UNZIPPED_BYTES) {
      return Optional.empty();
    }
    return Optional.of(
        Rule.TOTAL_SIZE.found(
            Messages.format(
                "Function and layers have %,d bytes together when they are unzipped, %,d more than"
                    + " the %,d that Lambda allows:%n%s",
                bytes(), bytes() - Limits.UNZIPPED_BYTES, Limits.UNZIPPED_BYTES, table()),
            "Leave out of the function what the layers have, and of the layers what no function"
                + " needs."));
  }

  private String table() {
    String own = function == null ? "" : line(function.unzippedSize(), function.label()) + "\n";
    return own
        + layers.stream()
            .sorted(Comparator.comparingLong(UsedLayer::unzippedSize).reversed())
            .map(layer -> line(layer.unzippedSize(), "layer " + layer.label()))
            .collect(joining("\n"));
  }

  private static String line(long bytes, String what) {
    return Messages.format("  %,12d  %s", bytes, what);
  }
}
