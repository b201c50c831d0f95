package io.github.lambdalayer.mojo;

import java.io.File;
import java.io.IOException;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/** Compares a function with the layers that it runs with, by coordinates and by what is in its archive and
 * in theirs: what is bundled though a layer brings it, what has another version there, which classes are
 * nowhere, and whether all of it together fits Lambda.
 * @since 1.0.0 */
@Mojo(
    name = "check",
    defaultPhase = LifecyclePhase.VERIFY,
    requiresDependencyResolution = ResolutionScope.TEST,
    threadSafe = true)
public final class CheckMojo extends AbstractLayerMojo {

  final RepositorySystem repository;
  final SettingsDecrypter decrypter;

  /** Skips this goal.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.skipCheck", defaultValue = "false")
  boolean skipCheck;

  /** What is deployed as the function: a JAR, or a zip with {@code lib/*.jar}. Default: the only zip that
   * is attached to the project, else its main artifact.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.archive")
  @Nullable File archive;

  /** The runtime of the function, for example {@code java21}. Default: the oldest managed Java runtime that
   * runs its classes and that all layers which name runtimes name.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.runtime")
  @Nullable String runtime;

  /** The architecture of the function, {@code x86_64} or {@code arm64}. Default: any that its layers have
   * in common.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.architecture")
  @Nullable String architecture;

  /** Layers that the function runs with beside those that it depends on, in its order: {@code
   * groupId:artifactId:version[:classifier]} of the modules that build them (for a module that it depends
   * on, which of its layers), paths of zips, or ARNs of live versions. Default: all layers of direct
   * dependencies of scope provided.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.layers")
  @Nullable List<String> layers;

  /** The profile of {@code ~/.aws/config} for layers that are named by ARN.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.profile")
  @Nullable String profile;

  /** A {@code <server>} of Maven's settings with an access key, for layers that are named by ARN.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.serverId")
  @Nullable String serverId;

  /** A URL in place of those of all AWS services, for layers that are named by ARN.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.endpoint")
  @Nullable String endpoint;

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
  public CheckMojo(RepositorySystem repository, SettingsDecrypter decrypter) {
    this.repository = repository;
    this.decrypter = decrypter;
  }

  @Override
  boolean isGoalSkipped() {
    return skipCheck;
  }

  @Override
  void run() throws IOException {
    new FunctionCheck(this).run();
  }
}
