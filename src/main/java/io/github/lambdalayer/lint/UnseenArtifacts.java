package io.github.lambdalayer.lint;

import static java.util.stream.Collectors.joining;

import io.github.lambdalayer.content.ContentDocument.Item;
import io.github.lambdalayer.layer.Messages;
import java.util.List;
import java.util.Optional;

/**
 * What a layer brings though its function is not compiled with it, in any version. It does no harm, and
 * is worth knowing: Maven hands optional dependencies on to nobody.
 */
public final class UnseenArtifacts {

  private static final int NAMED = 10;

  private UnseenArtifacts() {}

  /**
   * One line about a layer, if there is something to tell.
   *
   * @param artifacts all that the function is built with
   */
  public static Optional<String> in(UsedLayer layer, List<FunctionArtifact> artifacts) {
    List<String> unseen =
        layer.classPath().stream()
            .filter(item -> artifacts.stream().noneMatch(artifact -> artifact.isSame(item)))
            .map(UnseenArtifacts::name)
            .sorted()
            .toList();
    int more = unseen.size() - NAMED;
    return unseen.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Messages.format(
                "Layer %s also brings what is not on the function's class path: %s%s. A function that"
                    + " needs it declares it with scope provided.",
                layer.label(),
                unseen.stream().limit(NAMED).collect(joining(", ")),
                more > 0 ? Messages.format(", … and %d more", more) : ""));
  }

  private static String name(Item item) {
    return item.groupId()
        + ":"
        + item.artifactId()
        + (item.classifier() == null ? "" : ":" + item.classifier())
        + " "
        + item.version();
  }
}
