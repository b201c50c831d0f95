package io.github.lambdalayer.mojo;

import io.github.lambdalayer.archive.LayerDescriptor;
import io.github.lambdalayer.operate.DeletionPlan;
import io.github.lambdalayer.publish.Destinations;
import io.github.lambdalayer.publish.LayerPlan;
import io.github.lambdalayer.publish.LayerPublisher;
import io.github.lambdalayer.publish.PreflightException;
import io.github.lambdalayer.publish.PublishRequest;
import io.github.lambdalayer.publish.PublishResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.Log;

/** The jobs of one or more modules: all of their layers are examined before the first write. */
final class PublishJobs implements AutoCloseable {

  private final List<PublishJob> jobs;
  private final Log log;
  private final List<Destinations> opened = new ArrayList<>();
  private final List<PublishRequest> requests = new ArrayList<>();

  /** Connects to AWS. */
  PublishJobs(List<PublishJob> jobs, Log log) {
    this.jobs = List.copyOf(jobs);
    this.log = log;
    try {
      jobs.forEach(this::open);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private void open(PublishJob job) {
    Destinations destinations = Destinations.open(job.destinations(), job.settings(), log::warn);
    opened.add(destinations);
    for (LayerDescriptor layer : job.layers()) {
      requests.add(
          new PublishRequest(
              layer, destinations.targets(), destinations.unreachable(), job.options()));
    }
  }

  /** Examines; writes nothing. */
  List<LayerPlan> plan() {
    return new LayerPublisher(log::info).plan(requests);
  }

  /**
   * Tells what would be deleted after publishing.
   *
   * @param plans what is published
   * @return what would become of each layer in each place
   */
  List<DeletionPlan> previewRetain(List<LayerPlan> plans) {
    var deletions = new ArrayList<DeletionPlan>();
    for (int i = 0; i < jobs.size(); i++) {
      PublishJob job = jobs.get(i);
      if (job.retain() != null) {
        deletions.addAll(
            new RetainPreview(job.retain(), job.options().threads(), log)
                .tell(job, plans, opened.get(i)));
      }
    }
    return deletions;
  }

  /**
   * Publishes.
   *
   * @return what failed
   */
  Optional<String> publish() throws IOException {
    for (PublishJob job : jobs) {
      job.report().check(job.layers());
    }
    try {
      report(new LayerPublisher(log::info).publish(requests));
    } catch (PreflightException e) {
      report(e.results());
      throw e;
    }
    return failures();
  }

  /**
   * Deletes older versions, now that all is published and told.
   *
   * @throws MojoExecutionException if not all that was to go is gone
   */
  void retain() throws MojoExecutionException {
    var failures = new ArrayList<String>();
    for (int i = 0; i < jobs.size(); i++) {
      PublishJob job = jobs.get(i);
      if (job.retain() != null) {
        try {
          new DeletionRun(job.retain(), job.options().threads(), log)
              .run(job.operated(), opened.get(i), true);
        } catch (MojoExecutionException e) {
          failures.add(String.valueOf(e.getMessage()));
        }
      }
    }
    if (!failures.isEmpty()) {
      throw new MojoExecutionException(
          "All was published, see above. Older versions are still there that <retain> does not keep: "
              + String.join(System.lineSeparator(), failures));
    }
  }

  private Optional<String> failures() {
    List<PublishReport> failed =
        jobs.stream().map(PublishJob::report).filter(PublishReport::hasFailures).toList();
    return failed.isEmpty()
        ? Optional.empty()
        : Optional.of(
            failed.stream()
                .map(PublishReport::failure)
                .collect(Collectors.joining(System.lineSeparator())));
  }

  private void report(List<PublishResult> results) throws IOException {
    int next = 0;
    for (PublishJob job : jobs) {
      for (int i = 0; i < job.layers().size(); i++) {
        job.report().add(results.get(next++));
      }
    }
    write();
  }

  /** After the log, for a folder may not be writable; then the others' are written all the same. */
  private void write() throws IOException {
    IOException failure = null;
    for (PublishJob job : jobs) {
      try {
        job.report().write();
      } catch (IOException e) {
        String failed = failures().map(text -> text + System.lineSeparator()).orElse("");
        failure = new IOException(failed + e.getMessage(), failure == null ? e : failure);
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  @Override
  public void close() {
    opened.forEach(Destinations::close);
  }
}
