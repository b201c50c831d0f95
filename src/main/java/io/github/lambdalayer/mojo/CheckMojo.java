package io.github.lambdalayer.mojo;

import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.lint.Finding;
import io.github.lambdalayer.lint.FunctionArtifact;
import io.github.lambdalayer.lint.FunctionComparison;
import io.github.lambdalayer.lint.UsedLayer;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/** Compares a function with the layers that it depends on: what is bundled though a layer brings it, what
 * has another version there, and what is {@code provided} by no layer.
 * @since 1.0.0 */
@Mojo(
    name = "check",
    defaultPhase = LifecyclePhase.VERIFY,
    requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
    threadSafe = true)
public final class CheckMojo extends AbstractLayerMojo {

  final RepositorySystem repository;

  /** Skips this goal.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.skipCheck", defaultValue = "false")
  boolean skipCheck;

  /** Layers that the function runs with beside those that it depends on, as
   * {@code groupId:artifactId:version[:classifier]} of the modules that build them; for a module that it
   * depends on, which of its layers. Default: all layers of direct dependencies of scope provided.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.layers")
  @Nullable List<String> layers;

  /** What fails the build: {@code error}, {@code warning}, or {@code never}.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.failOn", defaultValue = "error")
  String failOn;

  /** Artifacts of the function that may differ from its layers, as
   * {@code groupId:artifactId[:type[:classifier]][:version]} with {@code *}; a pattern that matches nothing
   * is an error.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.allowedDifferences")
  @Nullable List<String> allowedDifferences;

  /** Called by Maven. */
  @Inject
  public CheckMojo(RepositorySystem repository) {
    this.repository = repository;
  }

  @Override
  boolean isGoalSkipped() {
    return skipCheck;
  }

  @Override
  void run() throws IOException {
    var threshold = FailOn.parse(failOn);
    var pom = new PomElements(session, execution);
    List<FunctionArtifact> artifacts =
        new FunctionArtifacts(project).without(pom.list("allowedDifferences", allowedDifferences));
    List<UsedLayer> used = new FunctionLayers(this, pom.list("layers", layers)).find();
    List<Finding> findings = new FunctionComparison(used).of(artifacts);
    List<Finding> failing = findings.stream().filter(threshold::fails).toList();
    findings.stream()
        .filter(finding -> !failing.contains(finding))
        .forEach(finding -> getLog().warn(finding.message()));
    if (!failing.isEmpty()) {
      throw new InvalidInputException(failure(failing));
    }
    getLog().info(summary(artifacts, used, findings.size()));
  }

  private String failure(List<Finding> failing) {
    return failing.stream()
        .map(finding -> "- " + finding.message())
        .collect(
            Collectors.joining(
                "\n",
                Messages.format(
                    "%s does not fit its layers (<failOn> is '%s'):%n",
                    project.getArtifactId(), failOn),
                ""));
  }

  private String summary(List<FunctionArtifact> artifacts, List<UsedLayer> used, int warnings) {
    return Messages.format(
        "Compared the %d artifacts of %s with %s: %s.",
        artifacts.size(),
        project.getArtifactId(),
        used.stream()
            .map(l -> Messages.format("%d of layer %s", l.content().artifacts().size(), l.label()))
            .collect(Collectors.joining(", ")),
        warnings == 0 ? "they fit" : Messages.format("%d warnings, see above", warnings));
  }
}
