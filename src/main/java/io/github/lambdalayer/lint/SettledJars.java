package io.github.lambdalayer.lint;

import io.github.lambdalayer.content.ContentDocument.Item;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * JARs of layers of which coordinates have told already that the function bundles them too, or of which
 * the user has said that it may: that their classes are in both says nothing new.
 */
public final class SettledJars {

  private static final Set<Rule> RULES = EnumSet.of(Rule.BUNDLED_CLASSES, Rule.SHADOWED_CLASSES);

  private final Set<String> paths = new TreeSet<>();

  /**
   * Of layers.
   *
   * @param artifacts all that the function is built with, what the user allows to differ too
   * @param compared those among them that were compared by coordinates
   * @param settings what the user wants to be told: what is off was not told
   */
  public SettledJars(
      List<UsedLayer> layers,
      Collection<FunctionArtifact> artifacts,
      Collection<FunctionArtifact> compared,
      LintSettings settings) {
    for (FunctionArtifact artifact : artifacts) {
      if (artifact.use() == FunctionArtifact.Use.BUNDLED) {
        layers.forEach(
            layer ->
                layer.onClassPath(artifact).stream()
                    .filter(
                        item ->
                            !compared.contains(artifact)
                                || artifact.isOfTheRuntime()
                                || !settings.isOff(rule(artifact, item)))
                    .map(Item::path)
                    .forEach(paths::add));
      }
    }
  }

  /** What tells of it by coordinates. */
  private static Rule rule(FunctionArtifact artifact, Item item) {
    return item.version().equals(artifact.version())
        ? Rule.BUNDLED_DUPLICATE
        : Rule.BUNDLED_VERSION;
  }

  /** What is left of what was found in the code. */
  List<Finding> without(List<Finding> findings) {
    return findings.stream().filter(finding -> !isSettled(finding)).toList();
  }

  private boolean isSettled(Finding finding) {
    return RULES.contains(finding.rule()) && paths.contains(finding.place().path());
  }
}
