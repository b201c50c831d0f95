package io.github.lambdalayer.mojo;

import io.github.lambdalayer.archive.LayerDescriptor;
import java.io.File;
import java.io.IOException;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/** Publishes a zip that was built elsewhere, without a project: a file, or an artifact of a Maven
 * repository. Build once, promote to every account.
 * @since 1.0.0 */
@Mojo(name = "publish-file", requiresProject = false, threadSafe = true)
public final class PublishFileMojo extends AbstractPublishMojo {

  final RepositorySystem repository;

  /** Skips this goal.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.skipPublishFile", defaultValue = "false")
  boolean skipPublishFile;

  /** The zip; this or {@code artifact}.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.file")
  @Nullable File file;

  /** The zip as {@code groupId:artifactId:version[:zip[:classifier]]}, for example {@code
   * com.example:libraries:1.2:zip:layer}.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.artifact")
  @Nullable String artifact;

  /** The layer's name. Default: what {@code package} wrote into the zip.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.layerName")
  @Nullable String layerName;

  /** What the version is described as. Default: artifactId and version, or the file's name.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.description")
  @Nullable String description;

  /** The licence. Default: what {@code package} wrote into the zip.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.licenseInfo")
  @Nullable String licenseInfo;

  /** The runtimes. Default: those that {@code package} was told, else those that run the class files.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.compatibleRuntimes")
  @Nullable List<String> compatibleRuntimes;

  /** The architectures. Default: what {@code package} wrote into the zip.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.compatibleArchitectures")
  @Nullable List<String> compatibleArchitectures;

  /** What becomes of single kinds of findings: an element for each with {@code error}, {@code warning},
   * {@code note} or {@code off}, for example {@code <misplaced-file>off</misplaced-file>}; or a text such
   * as {@code misplaced-file=off,jar-name=error}. docs/findings has them all.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.lint")
  @Nullable PlexusConfiguration lint;

  /** What is not published: a zip with findings of severity {@code error} or {@code warning}; {@code never}
   * publishes what Lambda takes.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.failOn", defaultValue = "error")
  String failOn;

  /** Called by Maven. */
  @Inject
  public PublishFileMojo(SettingsDecrypter decrypter, RepositorySystem repository) {
    super(decrypter);
    this.repository = repository;
  }

  @Override
  boolean isGoalSkipped() {
    return skipPublishFile;
  }

  @Override
  void run() throws IOException, MojoExecutionException {
    refuseOffline("publish-file");
    LayerDescriptor layer = new LayerFile(this).describe();
    getLog().info(layer.summary());
    try (var open = new PublishJobs(List.of(PublishJob.of(this, List.of(layer))), getLog())) {
      publish(open);
    }
  }

  @Override
  String hint(String failure) {
    return System.lineSeparator()
        + "Once that is mended, run the same command again: it does only what is missing.";
  }
}
