package io.github.lambdalayer.mojo;

import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.operate.LayerOverview;
import io.github.lambdalayer.operate.OperatedLayer;
import io.github.lambdalayer.operate.Overviews;
import io.github.lambdalayer.operate.VersionSet;
import io.github.lambdalayer.publish.Destinations;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugin.BuildPluginManager;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/** Tells which versions of a layer are live: number, date, size, digest, description, runtimes,
 * architectures, who may use each, and which functions of the account do. It changes nothing.
 * @since 1.0.0 */
@Mojo(name = "versions", requiresProject = false, threadSafe = true)
public final class VersionsMojo extends AbstractOperateMojo {

  /** Skips this goal.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.skipVersions", defaultValue = "false")
  boolean skipVersions;

  /** The versions that are told of: {@code newest}, {@code all}, or numbers such as {@code 3,5-8}.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.versions", defaultValue = "all")
  @Nullable List<String> versions;

  /** How they are told: {@code table}, {@code json} or {@code markdown}.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.format", defaultValue = "table")
  String format;

  /** The file that they are written to, for example {@code target/versions.json}. Default: the log, or
   * for {@code json} and {@code markdown} the standard output.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.outputFile")
  @Nullable File outputFile;

  /** Whether the zips too are read, as far as needed, for the artifacts in them: the project's own one
   * tells the release also where the description does not.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.details", defaultValue = "false")
  boolean details;

  /** Called by Maven. */
  @Inject
  public VersionsMojo(SettingsDecrypter decrypter, BuildPluginManager plugins) {
    super(decrypter, plugins);
  }

  @Override
  boolean isGoalSkipped() {
    return skipVersions;
  }

  /** The last module's would be all that is left. */
  @Override
  void refuseSeveral(List<MavenProject> modules) {
    var writers = new LinkedHashMap<Path, MavenProject>();
    for (MavenProject module : modules.size() > 1 ? modules : List.<MavenProject>of()) {
      Path file = file(module);
      MavenProject earlier = file == null ? null : writers.putIfAbsent(file, module);
      if (earlier != null) {
        throw new InvalidInputException(
            Messages.format(
                "<outputFile> is %s for %s, and each would write it in place of the other's: name a path in"
                    + " the module, for example target/versions.json, or say which module is meant with"
                    + " -pl :%s.",
                file,
                Messages.and(List.of(earlier.getArtifactId(), module.getArtifactId())),
                earlier.getArtifactId()));
      }
    }
  }

  private @Nullable Path file(MavenProject module) {
    return new PluginConfiguration(module, session, execution)
        .running()
        .text("outputFile")
        .map(text -> module.getBasedir().toPath().resolve(text).normalize())
        .orElse(null);
  }

  @Override
  void operate(List<OperatedLayer> layers, Destinations destinations)
      throws IOException, MojoExecutionException {
    var report = new VersionsReport(this);
    List<String> items = new PomElements(session, execution).list("versions", versions);
    VersionSet meant = items.isEmpty() ? VersionSet.ALL : VersionSet.parse(items);
    Overviews overviews =
        Overviews.of(
            meant,
            isProject() ? project.getGroupId() + ":" + project.getArtifactId() : null,
            getLog()::info);
    if (details) {
      overviews = overviews.withInside();
    }
    List<LayerOverview> found = overviews.read(layers, destinations, new AwsSetup(this).threads());
    report.tell(found);
    Problems.of(found, one -> one.layer().name() + " in " + one.place(), LayerOverview::reason)
        .refuse("could not be read");
    new NothingThere(found).refuse(meant);
    warnOfAbsent(found);
  }

  /** Without a POM Maven makes up a project. */
  private boolean isProject() {
    return project.getFile() != null;
  }
}
