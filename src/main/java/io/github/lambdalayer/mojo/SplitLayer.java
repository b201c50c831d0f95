package io.github.lambdalayer.mojo;

import io.github.lambdalayer.layer.LayerDefinition;
import java.util.Set;

/**
 * One of the layers of a module, as the others must know it.
 *
 * @param executionId the execution that builds it
 * @param definition what it is
 * @param artifacts the coordinates of what it took from Maven
 * @param allowedInSeveral what this execution allows to be in several layers
 * @param allowedInNone what this execution allows to be in no layer
 */
record SplitLayer(
    String executionId,
    LayerDefinition definition,
    Set<String> artifacts,
    DependencyPatterns allowedInSeveral,
    DependencyPatterns allowedInNone) {

  SplitLayer {
    artifacts = Set.copyOf(artifacts);
  }

  /** Whether one function could use both. */
  boolean canMeet(SplitLayer other) {
    return definition.audience().canMeet(other.definition.audience());
  }

  /** For people. */
  @Override
  public String toString() {
    return definition.name() + " (execution " + executionId + ")";
  }
}
