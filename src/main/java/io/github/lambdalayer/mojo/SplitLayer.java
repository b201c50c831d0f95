package io.github.lambdalayer.mojo;

import io.github.lambdalayer.layer.LayerDefinition;
import java.util.Collection;
import java.util.Collections;
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

  /**
   * Whether one function could use both. What is derived from the content does not count: it says what
   * runs, not what the layer is meant for.
   */
  boolean canMeet(SplitLayer other) {
    boolean architecturesPart =
        definition.architecturesConfigured()
            && other.definition.architecturesConfigured()
            && haveNothingInCommon(
                definition.compatibleArchitectures(), other.definition.compatibleArchitectures());
    boolean runtimesPart =
        definition.runtimesConfigured()
            && other.definition.runtimesConfigured()
            && haveNothingInCommon(
                definition.compatibleRuntimes(), other.definition.compatibleRuntimes());
    return !architecturesPart && !runtimesPart;
  }

  private static boolean haveNothingInCommon(Collection<?> some, Collection<?> others) {
    return Collections.disjoint(some, others);
  }

  /** For people. */
  @Override
  public String toString() {
    return definition.name() + " (execution " + executionId + ")";
  }
}
