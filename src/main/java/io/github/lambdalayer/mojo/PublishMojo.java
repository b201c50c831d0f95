package io.github.lambdalayer.mojo;

import io.github.lambdalayer.archive.LayerDescriptor;
import io.github.lambdalayer.aws.AwsSettings;
import io.github.lambdalayer.aws.Identity;
import io.github.lambdalayer.aws.LambdaConnection;
import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.publish.LayerPublisher;
import io.github.lambdalayer.publish.PublishRequest;
import io.github.lambdalayer.publish.PublishResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Publishes the layers that {@code package} has built: makes a version in each region where the
 * newest is another one, gives it its permissions, reads both back, and writes down the ARNs.
 * @since 1.0.0 */
@Mojo(name = "publish", defaultPhase = LifecyclePhase.DEPLOY, threadSafe = true)
public final class PublishMojo extends AbstractLayerMojo {

  /** Skips this goal.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.skipPublish", defaultValue = "false")
  boolean skipPublish;

  /** The regions to publish in, for example {@code eu-west-1,us-east-1}. Default: the region that
   * every AWS tool finds (AWS_REGION, the profile, this machine's own).
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.regions")
  @Nullable List<String> regions;

  /** Whether a well-formed region passes that this release of the plugin does not know.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.allowUnknownRegions", defaultValue = "false")
  boolean allowUnknownRegions;

  /** The profile of {@code ~/.aws/config} whose credentials and region are used. Default: what every
   * AWS tool finds (environment, AWS_PROFILE, web identity, container and instance roles).
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.profile")
  @Nullable String profile;

  /** A Lambda endpoint in place of the region's own, for example {@code http://127.0.0.1:4566}.
   * Default: AWS_ENDPOINT_URL_LAMBDA, AWS_ENDPOINT_URL, or the region's own.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.endpoint")
  @Nullable String endpoint;

  /** Whether a version is made even where the newest has the same content.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.force", defaultValue = "false")
  boolean force;

  /** Whether a SNAPSHOT may be public.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.allowPublicSnapshot", defaultValue = "false")
  boolean allowPublicSnapshot;

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
    var settings =
        new AwsSettings(
            new Identity(Parameters.text(profile), null, null),
            Parameters.endpoint(endpoint),
            null);
    List<String> configured =
        Parameters.regions(
            new PomElements(execution).list("regions", regions), allowUnknownRegions);
    if (configured.isEmpty()) {
      new PluginConfiguration(project, session, execution)
          .executionWith("regions")
          .ifPresent(this::warnOfExecution);
    }
    try (var connection = LambdaConnection.open(settings)) {
      List<String> targets =
          configured.isEmpty()
              ? List.of(connection.defaultRegion(allowUnknownRegions))
              : configured;
      publish(layers, targets, new LayerPublisher(connection, getLog()::info));
    }
  }

  private void publish(List<LayerDescriptor> layers, List<String> targets, LayerPublisher publisher)
      throws IOException, MojoExecutionException {
    var report = new PublishReport(project, layerDirectory(), getLog());
    var requests = new ArrayList<PublishRequest>();
    for (LayerDescriptor layer : layers) {
      requests.add(new PublishRequest(layer, targets, force, allowPublicSnapshot));
    }
    for (PublishResult result : publisher.publish(requests)) {
      report.add(result);
    }
    report.write();
    if (report.hasFailures()) {
      throw new MojoExecutionException(report.failure() + hint(""));
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
