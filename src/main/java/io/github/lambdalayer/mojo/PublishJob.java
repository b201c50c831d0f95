package io.github.lambdalayer.mojo;

import io.github.lambdalayer.archive.LayerDescriptor;
import io.github.lambdalayer.aws.AwsSettings;
import io.github.lambdalayer.publish.Destination;
import io.github.lambdalayer.publish.Destinations;
import io.github.lambdalayer.publish.LayerPublisher;
import io.github.lambdalayer.publish.PreflightException;
import io.github.lambdalayer.publish.PublishOptions;
import io.github.lambdalayer.publish.PublishRequest;
import io.github.lambdalayer.publish.PublishResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.maven.plugin.logging.Log;

/**
 * What one module has to publish.
 *
 * @param layers its layers
 * @param settings how AWS is reached
 * @param destinations where they go
 * @param options how
 * @param report who is told
 */
record PublishJob(
    List<LayerDescriptor> layers,
    AwsSettings settings,
    List<Destination> destinations,
    PublishOptions options,
    PublishReport report) {

  /**
   * Publishes the layers of several modules: all are examined before the first write.
   *
   * @return what failed
   */
  static Optional<String> publish(List<PublishJob> jobs, Log log) throws IOException {
    var opened = new ArrayList<Destinations>();
    try {
      var requests = new ArrayList<PublishRequest>();
      for (PublishJob job : jobs) {
        Destinations destinations =
            Destinations.open(job.destinations(), job.settings(), log::warn);
        opened.add(destinations);
        for (LayerDescriptor layer : job.layers()) {
          requests.add(new PublishRequest(layer, destinations.targets(), job.options()));
        }
      }
      try {
        report(jobs, new LayerPublisher(log::info).publish(requests));
      } catch (PreflightException e) {
        report(jobs, e.results());
        throw e;
      }
    } finally {
      opened.forEach(Destinations::close);
    }
    return failure(jobs);
  }

  private static void report(List<PublishJob> jobs, List<PublishResult> results)
      throws IOException {
    int next = 0;
    for (PublishJob job : jobs) {
      for (int i = 0; i < job.layers().size(); i++) {
        job.report().add(results.get(next++));
      }
    }
    for (PublishJob job : jobs) {
      job.report().write();
    }
  }

  private static Optional<String> failure(List<PublishJob> jobs) {
    List<PublishReport> failed =
        jobs.stream().map(PublishJob::report).filter(PublishReport::hasFailures).toList();
    return failed.isEmpty()
        ? Optional.empty()
        : Optional.of(
            failed.stream()
                .map(PublishReport::failure)
                .collect(Collectors.joining(System.lineSeparator())));
  }
}
