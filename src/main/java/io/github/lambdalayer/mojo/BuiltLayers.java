package io.github.lambdalayer.mojo;

import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.LayerName;
import io.github.lambdalayer.layer.Messages;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * What the executions of one build tell each other about a project: the layers that were built, by
 * classifier. A descriptor that an earlier build left in {@code target} is not among them.
 */
final class BuiltLayers {

  private static final String KEY = "io.github.lambdalayer.builtLayers";

  private final Map<String, Path> descriptors = new LinkedHashMap<>();
  private final Map<String, String> executions = new LinkedHashMap<>();
  private final Map<String, String> names = new LinkedHashMap<>();

  private final Map<String, Optional<SplitLayer>> split = new LinkedHashMap<>();

  private BuiltLayers() {}

  /** Those of this build; nothing where no package goal has run, or has been skipped, in it. */
  static Optional<BuiltLayers> of(MavenProject project) {
    return project.getContextValue(KEY) instanceof BuiltLayers built
        ? Optional.of(built)
        : Optional.empty();
  }

  /** Those of this build, none so far where this is its first package goal. */
  static BuiltLayers begin(MavenProject project) {
    BuiltLayers built = of(project).orElseGet(BuiltLayers::new);
    project.setContextValue(KEY, built);
    return built;
  }

  /**
   * Makes sure that no other execution has built a layer of this classifier, whose zip would be lost.
   */
  void claim(String classifier, String executionId) {
    claim(
        executions,
        classifier,
        executionId,
        "<classifier> is '%s' in the executions '%s' and '%s': the second zip would replace the"
            + " first. Give each its own <classifier> and <layerName>.");
  }

  /**
   * Makes sure that no other execution has built a layer of this name: at every publishing each would
   * find the other's version to be the newest, and make one of its own.
   */
  void claimName(LayerName name, String executionId) {
    claim(
        names,
        name.value(),
        executionId,
        "<layerName> is '%s' in the executions '%s' and '%s': each would replace the other's"
            + " version whenever they are published. Give each its own <layerName>.");
  }

  private static void claim(
      Map<String, String> claims, String what, String executionId, String refusal) {
    String other = claims.putIfAbsent(what, executionId);
    if (isAnother(other, executionId)) {
      throw new InvalidInputException(Messages.format(refusal, what, other, executionId));
    }
  }

  /** A goal from the command line builds the same layer again. */
  private static boolean isAnother(@Nullable String other, String executionId) {
    String commandLine = "default-cli";
    return other != null
        && !other.equals(executionId)
        && !other.equals(commandLine)
        && !executionId.equals(commandLine);
  }

  /** Remembers what an execution takes into its layer; what it took when it ran before is forgotten. */
  void took(SplitLayer layer) {
    split.put(layer.executionId(), Optional.of(layer));
  }

  /** Remembers an execution that was skipped. */
  void tookNothing(String executionId) {
    split.putIfAbsent(executionId, Optional.empty());
  }

  /** Whether an execution has had its turn, be it to build a layer or to be skipped. */
  boolean hasRun(String executionId) {
    return split.containsKey(executionId);
  }

  /** The layers so far, in the order of their executions. */
  List<SplitLayer> split() {
    return split.values().stream().flatMap(Optional::stream).toList();
  }

  void add(String classifier, Path descriptor) {
    descriptors.put(classifier, descriptor);
  }

  List<Path> descriptors() {
    return List.copyOf(descriptors.values());
  }
}
