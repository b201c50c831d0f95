package io.github.lambdalayer.lint;

import static java.util.stream.Collectors.joining;

import io.github.lambdalayer.layer.Limits;
import io.github.lambdalayer.layer.Messages;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Dependencies that make a function heavy, and that a layer could have in its place. */
public final class MovableArtifacts {

  /** Below this many bytes together a layer more is not worth the trouble. */
  static final long HEAVY_BYTES = 1_000_000;

  private static final int NAMED = 10;

  private MovableArtifacts() {}

  /**
   * A note, if it is worth one.
   *
   * @param function the function's archive
   * @param bundled the bytes that artifacts take in it, unzipped; what is not in it is not among them
   * @param layers the layers, which have some of them already
   */
  public static Optional<Finding> in(
      FunctionPackage function, Map<FunctionArtifact, Long> bundled, List<UsedLayer> layers) {
    List<Map.Entry<FunctionArtifact, Long>> movable =
        bundled.entrySet().stream()
            .filter(entry -> entry.getValue() > 0 && isMovable(entry.getKey(), layers))
            .sorted(
                Map.Entry.<FunctionArtifact, Long>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(entry -> entry.getKey().name()))
            .toList();
    long bytes = movable.stream().mapToLong(Map.Entry::getValue).sum();
    return bytes < HEAVY_BYTES ? Optional.empty() : Optional.of(finding(function, movable, bytes));
  }

  /** A snapshot changes often; what the runtime has needs neither function nor layer. */
  private static boolean isMovable(FunctionArtifact artifact, List<UsedLayer> layers) {
    return artifact.use() == FunctionArtifact.Use.BUNDLED
        && !artifact.version().endsWith("-SNAPSHOT")
        && !artifact.isOfTheRuntime()
        && layers.stream().allMatch(layer -> layer.onClassPath(artifact).isEmpty());
  }

  private static Finding finding(
      FunctionPackage function, List<Map.Entry<FunctionArtifact, Long>> movable, long bytes) {
    int more = movable.size() - NAMED;
    return Rule.MOVABLE.found(
        Messages.format(
            "%s has %s unzipped, of which %s are dependencies that no layer has:%n%s%s%nWith them in"
                + " a layer the function would have %s.",
            function.label(),
            Limits.humanBytes(function.unzippedSize()),
            Limits.humanBytes(bytes),
            movable.stream().limit(NAMED).map(MovableArtifacts::line).collect(joining("\n")),
            more > 0 ? Messages.format("%n  … and %d more", more) : "",
            Limits.humanBytes(Math.max(0, function.unzippedSize() - bytes))),
        "Declare them in a layer's module, and give them scope provided here.");
  }

  private static String line(Map.Entry<FunctionArtifact, Long> entry) {
    return Messages.format(
        "  %s %s (%s)",
        entry.getKey().name(), entry.getKey().version(), Limits.humanBytes(entry.getValue()));
  }
}
