package io.github.lambdalayer.lint;

import io.github.lambdalayer.content.Located;
import io.github.lambdalayer.layer.Messages;
import java.util.List;

/** SNAPSHOTs in the layer of a project that is none: what is in a release can then never be built again. */
final class SnapshotDependencies {

  private SnapshotDependencies() {}

  /** One warning for all of them. */
  static List<Finding> check(LintedLayer layer) {
    List<Located> snapshots =
        layer.artifacts().stream()
            .filter(located -> located.artifact().version().endsWith("SNAPSHOT"))
            .toList();
    if (layer.project().isSnapshot() || snapshots.isEmpty()) {
      return List.of();
    }
    return List.of(
        Rule.SNAPSHOT_DEPENDENCY.found(
            snapshots.size() == 1 ? Place.of(snapshots.get(0)) : Place.WHOLE,
            Messages.format(
                "The project's version is %s, a release, and its layer has SNAPSHOTs:%s",
                layer.project().version(),
                Lists.onLines(
                    snapshots, located -> String.join(" -> ", located.artifact().trail()))),
            "Release those first, or set versions that are released."));
  }
}
