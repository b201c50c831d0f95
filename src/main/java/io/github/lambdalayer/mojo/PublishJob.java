package io.github.lambdalayer.mojo;

import io.github.lambdalayer.archive.LayerDescriptor;
import io.github.lambdalayer.aws.AwsSettings;
import io.github.lambdalayer.operate.OperatedLayer;
import io.github.lambdalayer.operate.Retention;
import io.github.lambdalayer.publish.Destination;
import io.github.lambdalayer.publish.PublishOptions;
import java.util.List;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * What one module has to publish.
 *
 * @param module the module
 * @param layers its layers
 * @param settings how AWS is reached
 * @param destinations where they go
 * @param options how
 * @param report who is told
 * @param retain what is kept of the older versions; null keeps all
 */
record PublishJob(
    MavenProject module,
    List<LayerDescriptor> layers,
    AwsSettings settings,
    List<Destination> destinations,
    PublishOptions options,
    PublishReport report,
    @Nullable Retention retain) {

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
        new PublishReport(mojo, Announcements.of(mojo)),
        new RetainParameter(new Expressions(mojo.session, mojo.execution))
            .read(mojo.retain)
            .orElse(null));
  }

  /** The layers as they are looked after once they are published. */
  List<OperatedLayer> operated() {
    return layers.stream()
        .map(LayerDescriptor::definition)
        .map(layer -> OperatedLayer.named(layer.name()))
        .toList();
  }
}
