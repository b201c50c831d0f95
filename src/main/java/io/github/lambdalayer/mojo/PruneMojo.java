package io.github.lambdalayer.mojo;

import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.operate.Ages;
import io.github.lambdalayer.operate.DeletionPlan;
import io.github.lambdalayer.operate.OperatedLayer;
import io.github.lambdalayer.operate.Retention;
import io.github.lambdalayer.operate.Verdict;
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

/** Deletes old versions of a layer in every target: those that none of the rules keeps. The newest version
 * and those that functions of the account use are kept in any case. Without {@code yes} it tells what it
 * would delete.
 * @since 1.0.0 */
@Mojo(name = "prune", requiresProject = false, threadSafe = true)
public final class PruneMojo extends AbstractOperateMojo {

  /** Skips this goal.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.skipPrune", defaultValue = "false")
  boolean skipPrune;

  /** How many of the newest versions are kept, 1 or more, for example {@code 10}. This or {@code
   * keepYounger} must be given; without this the newest one is.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.keep")
  @Nullable Integer keep;

  /** Versions that are younger are kept, for example {@code 30d}, {@code 4w}, {@code 12h} or {@code P30D}.
   * Default: age does not count.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.keepYounger")
  @Nullable String keepYounger;

  /** Whether versions are kept that other accounts, organizations or everyone may use: which functions
   * of theirs do cannot be seen.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.keepGranted", defaultValue = "true")
  String keepGranted;

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
  public PruneMojo(SettingsDecrypter decrypter, BuildPluginManager plugins) {
    super(decrypter, plugins);
  }

  @Override
  boolean isGoalSkipped() {
    return skipPrune;
  }

  @Override
  boolean isYes() {
    return yes;
  }

  @Override
  void operate(List<OperatedLayer> layers, Destinations destinations)
      throws IOException, MojoExecutionException {
    List<DeletionPlan> plans =
        new DeletionRun(rule(), new AwsSetup(this).threads(), getLog())
            .run(layers, destinations, isWanted());
    tellOfGranted(plans);
    warnOfAbsent(plans);
  }

  /** A layer that is shared at every publishing would never be pruned, and nobody would know why. */
  private void tellOfGranted(List<DeletionPlan> plans) {
    long granted =
        plans.stream()
            .flatMap(plan -> plan.verdicts().stream())
            .filter(Verdict::isForGrants)
            .count();
    if (granted > 0) {
      getLog()
          .info(
              Messages.format(
                  "Kept only because others may use them: %s. To delete these too, set"
                      + " -DlambdaLayer.keepGranted=false",
                  Messages.counted(granted, "version")));
    }
  }

  private Retention rule() {
    String age = Parameters.text(keepYounger);
    if (keep == null && age == null) {
      throw new InvalidInputException(
          "Nothing says which versions are kept: set -DlambdaLayer.keep=10 for the newest ten,"
              + " -DlambdaLayer.keepYounger=90d for those of the last 90 days, or both.");
    }
    return new Retention(
        keep == null ? 1 : keep,
        age == null ? null : Ages.parse("keepYounger", age),
        Parameters.flag("keepGranted", keepGranted),
        deleteUsed);
  }
}
