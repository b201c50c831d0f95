package io.github.lambdalayer.mojo;

import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.lint.Finding;
import io.github.lambdalayer.lint.FindingsException;
import io.github.lambdalayer.lint.FunctionArtifact;
import io.github.lambdalayer.lint.FunctionComparison;
import io.github.lambdalayer.lint.LintSettings;
import io.github.lambdalayer.lint.UnseenArtifacts;
import io.github.lambdalayer.lint.UsedLayer;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/** Compares a function with the layers that it depends on: what is bundled though a layer brings it, what
 * has another version there, and what is {@code provided} by no layer.
 * @since 1.0.0 */
@Mojo(
    name = "check",
    defaultPhase = LifecyclePhase.VERIFY,
    requiresDependencyResolution = ResolutionScope.TEST,
    threadSafe = true)
public final class CheckMojo extends AbstractLayerMojo {

  private static final String ALLOW =
      "What is meant so can be named in <allowedDifferences><allowedDifference>groupId:artifactId"
          + "</allowedDifference></allowedDifferences>.";

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

  /** What becomes of single kinds of findings: an element for each with {@code error}, {@code warning},
   * {@code note} or {@code off}, for example {@code <missing-member>warning</missing-member>}; or a text
   * such as {@code missing-member=warning,movable=off}. docs/findings has them all.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.lint")
  @Nullable PlexusConfiguration lint;

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
    var settings = new LintParameters(this).read(lint, failOn);
    var pom = new PomElements(session, execution);
    var function = new FunctionArtifacts(project);
    var found = new FunctionLayers(this, pom.list("layers", layers));
    List<FunctionArtifact> artifacts =
        function.without(pom.list("allowedDifferences", allowedDifferences));
    List<UsedLayer> used = found.find();
    var comparison = new FunctionComparison(used);
    List<Finding> differences = comparison.of(artifacts);
    List<Finding> findings =
        Stream.of(comparison.ofLayers(), found.misdeclared(used), differences)
            .flatMap(List::stream)
            .toList();
    report(findings, settings, differences.isEmpty() ? "" : ALLOW);
    used.forEach(layer -> UnseenArtifacts.in(layer, function.all()).ifPresent(getLog()::info));
    getLog().info(summary(comparison.comparable(artifacts).size(), used, findings.size()));
  }

  private void report(List<Finding> found, LintSettings settings, String last) throws IOException {
    var findings = new ProjectFindings(this, "check", project.getArtifactId());
    List<Finding> wanted = settings.apply(found);
    if (!settings.failing(wanted).isEmpty()) {
      findings.write(wanted);
      throw new FindingsException(
          Messages.format(
              "%s does not fit its layers (<failOn> is '%s'):", project.getArtifactId(), failOn),
          wanted,
          settings);
    }
    findings.tell(wanted);
    if (!last.isEmpty()) {
      getLog().warn(last);
    }
  }

  private String summary(int compared, List<UsedLayer> used, int warnings) {
    return Messages.format(
        "Compared the %d artifacts of %s with %s: %s.",
        compared,
        project.getArtifactId(),
        used.stream()
            .map(l -> Messages.format("%d of layer %s", l.content().artifacts().size(), l.label()))
            .collect(Collectors.joining(", ")),
        warnings == 0
            ? "they fit"
            : Messages.format(
                "%d %s, see above", warnings, warnings == 1 ? "warning" : "warnings"));
  }
}
