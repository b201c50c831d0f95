package io.github.lambdalayer.mojo;

import io.github.lambdalayer.archive.LayerDescriptor;
import io.github.lambdalayer.aws.AwsSettings;
import io.github.lambdalayer.publish.Destination;
import io.github.lambdalayer.publish.PublishOptions;
import java.util.List;
import org.apache.maven.project.MavenProject;

/**
 * What one module has to publish.
 *
 * @param module the module
 * @param layers its layers
 * @param settings how AWS is reached
 * @param destinations where they go
 * @param options how
 * @param report who is told
 */
record PublishJob(
    MavenProject module,
    List<LayerDescriptor> layers,
    AwsSettings settings,
    List<Destination> destinations,
    PublishOptions options,
    PublishReport report) {

  PublishJob {
    layers = List.copyOf(layers);
    destinations = List.copyOf(destinations);
  }

  /** The layers as the parameters of a goal say. */
  static PublishJob of(AbstractPublishMojo mojo, List<LayerDescriptor> layers) {
    var aws = new AwsSetup(mojo);
    return new PublishJob(
        mojo.project,
        layers,
        aws.settings(),
        aws.destinations(),
        new PublishSetup(mojo).options(),
        new PublishReport(mojo, Announcements.of(mojo)));
  }
}
