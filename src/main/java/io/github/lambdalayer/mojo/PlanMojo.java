package io.github.lambdalayer.mojo;

import io.github.lambdalayer.publish.LayerPlan;
import io.github.lambdalayer.publish.PreflightException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/** Tells what {@code publish} would do, and what a new version would bring, without a write: in the log
 * and in {@code target/lambda-layer/plan.json}.
 * @since 1.0.0 */
@Mojo(name = "plan", threadSafe = true)
public final class PlanMojo extends AbstractPublishMojo {

  /** Skips this goal.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.skipPlan", defaultValue = "false")
  boolean skipPlan;

  /** Whether the build fails where publishing would change anything: for a pipeline that asks.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.failOnChange", defaultValue = "false")
  boolean failOnChange;

  /** Prints the smallest IAM policy for what is configured, one for each account, into the log and {@code
   * target/lambda-layer/policy-<account>.json}, in place of a plan: {@code true} for {@code publish}, or goals
   * such as {@code publish,prune,attach}. Default: none is printed.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.showPolicy")
  @Nullable String showPolicy;

  /** Called by Maven. */
  @Inject
  public PlanMojo(SettingsDecrypter decrypter) {
    super(decrypter);
  }

  @Override
  boolean isGoalSkipped() {
    return skipPlan;
  }

  @Override
  void run() throws IOException, MojoFailureException {
    Optional<PublishJob> job = job();
    if (job.isEmpty()) {
      return;
    }
    refuseOffline("plan");
    if (showPolicy != null && PolicyReport.isWanted(showPolicy)) {
      new PolicyReport(
              showPolicy, new GoalSettings(project, session, execution), layerDirectory(), getLog())
          .show(job.get());
      return;
    }
    var report = new PlanReport(layerDirectory(), getLog());
    try (var open = new PublishJobs(List.of(job.get()), getLog())) {
      try {
        List<LayerPlan> plans = open.plan();
        for (LayerPlan plan : plans) {
          report.add(plan);
        }
        open.previewRetain(plans).forEach(report::add);
      } catch (PreflightException e) {
        report.write(e.results());
        throw e.ofPlan();
      }
    }
    report.write();
    if (failOnChange && report.hasChanges()) {
      throw new MojoFailureException(
          "<failOnChange> is set, and publishing would change what is live: see above.");
    }
  }
}
