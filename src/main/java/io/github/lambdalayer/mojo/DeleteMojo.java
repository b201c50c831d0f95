package io.github.lambdalayer.mojo;

import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.operate.DeletionPlan;
import io.github.lambdalayer.operate.NamedVersions;
import io.github.lambdalayer.operate.OperatedLayer;
import io.github.lambdalayer.operate.VersionSet;
import io.github.lambdalayer.publish.Destinations;
import java.io.IOException;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugin.BuildPluginManager;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/** Deletes the versions of a layer that are named, in every target, but for those that functions of the
 * account use. Without {@code yes} it tells what it would delete.
 * @since 1.0.0 */
@Mojo(name = "delete", requiresProject = false, threadSafe = true)
public final class DeleteMojo extends AbstractOperateMojo {

  /** Skips this goal.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.skipDelete", defaultValue = "false")
  boolean skipDelete;

  /** The versions, as numbers such as {@code 3,5-8}.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.versions")
  @Nullable List<String> versions;

  /** Whether it is done; else it is only told.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.yes", defaultValue = "false")
  boolean yes;

  /** Whether versions are deleted too that functions use, or may use where that is not known. The
   * functions go on working, but can no longer be given that version anew.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.deleteUsed", defaultValue = "false")
  boolean deleteUsed;

  /** Called by Maven. */
  @Inject
  public DeleteMojo(SettingsDecrypter decrypter, BuildPluginManager plugins) {
    super(decrypter, plugins);
  }

  @Override
  boolean isGoalSkipped() {
    return skipDelete;
  }

  @Override
  boolean isYes() {
    return yes;
  }

  @Override
  void operate(List<OperatedLayer> layers, Destinations destinations)
      throws IOException, MojoExecutionException {
    VersionSet named =
        VersionSet.numbers(new PomElements(session, execution).list("versions", versions));
    var run =
        new DeletionRun(
            new NamedVersions(named, deleteUsed), new AwsSetup(this).threads(), getLog());
    List<DeletionPlan> plans = run.run(layers, destinations, isWanted());
    new NothingThere(plans).refuseAbove(named, getLog());
    warnOfAbsent(plans);
    refuseUsed(plans);
  }

  /** What was named and stays is not what was asked for. */
  private void refuseUsed(List<DeletionPlan> plans) {
    long kept = plans.stream().mapToLong(plan -> plan.kept().size()).sum();
    if (isWanted() && kept > 0) {
      throw new InvalidInputException(
          Messages.format(
              "Kept, for functions use what was named: %s, see above. Move the functions to another"
                  + " version, or set -DlambdaLayer.deleteUsed.",
              Messages.counted(kept, "version")));
    }
  }
}
