package io.github.lambdalayer.mojo;

import io.github.lambdalayer.archive.LayerDescriptor;
import io.github.lambdalayer.layer.InvalidInputException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Publishes the layers that {@code package} has built: makes a version in each region where the
 * newest is another one, gives it its permissions, reads both back, and writes down the ARNs.
 * @since 1.0.0 */
@Mojo(name = "publish", defaultPhase = LifecyclePhase.DEPLOY, threadSafe = true)
public final class PublishMojo extends AbstractPublishMojo {

  /** Skips this goal.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.skipPublish", defaultValue = "false")
  boolean skipPublish;

  @Override
  boolean isGoalSkipped() {
    return skipPublish;
  }

  @Override
  void run() throws IOException, MojoExecutionException {
    List<LayerDescriptor> layers =
        new LayerModule(project, session, execution, getLog())
            .layers(layerDirectory(), new PomElements(execution).permissions(permissions));
    if (layers.isEmpty()) {
      getLog().info("This module has no layer to publish.");
      return;
    }
    if (session.isOffline()) {
      throw new InvalidInputException(
          "publish needs the network, and Maven is offline (-o). The layer stays built.");
    }
    var setup = new PublishSetup(this);
    if (setup.choice().regions().isEmpty()) {
      new PluginConfiguration(project, session, execution)
          .executionWith("regions")
          .ifPresent(this::warnOfExecution);
    }
    var job =
        new PublishJob(
            layers,
            setup.settings(),
            setup.destinations(),
            setup.options(),
            new PublishReport(project, layerDirectory(), getLog()));
    Optional<String> failure = PublishJob.publish(List.of(job), getLog());
    if (failure.isPresent()) {
      throw new MojoExecutionException(failure.get() + hint(""));
    }
  }

  private void warnOfExecution(String id) {
    getLog()
        .warn(
            "The execution '"
                + id
                + "' configures <regions>, which a goal from the command line does not see: run"
                + " lambda-layer:publish@"
                + id
                + ", or configure the plugin instead of the execution.");
  }

  @Override
  String hint(String failure) {
    return System.lineSeparator()
        + "Once that is mended, go on from here, without building again, with: "
        + new ResumeCommand(project, session, execution).text(failure);
  }
}
