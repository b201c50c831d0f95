package io.github.lambdalayer.mojo;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/** Publishes the layers that {@code package} has built: makes a version in each region of each account
 * where the newest is another one, gives it its permissions, reads both back, and writes down the ARNs.
 * @since 1.0.0 */
@Mojo(name = "publish", defaultPhase = LifecyclePhase.DEPLOY, threadSafe = true)
public final class PublishMojo extends AbstractPublishMojo {

  /** Skips this goal.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.skipPublish", defaultValue = "false")
  boolean skipPublish;

  /** Whether nothing is published before every module of the reactor that binds this goal has been
   * built. Bind it in the parent, so that it waits for all modules.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.publishAtEnd", defaultValue = "false")
  boolean publishAtEnd;

  private List<MavenProject> modules = List.of();

  /** Called by Maven. */
  @Inject
  public PublishMojo(SettingsDecrypter decrypter) {
    super(decrypter);
  }

  @Override
  boolean isGoalSkipped() {
    return skipPublish;
  }

  @Override
  void skipped() throws IOException, MojoExecutionException {
    if (publishAtEnd) {
      arrive(List.of());
    }
  }

  @Override
  void run() throws IOException, MojoExecutionException {
    Optional<PublishJob> job = job();
    if (job.isPresent()) {
      refuseOffline("publish");
      new AwsSetup(this).warnOfRegions(job.get().destinations());
    }
    if (publishAtEnd) {
      arrive(job.stream().toList());
    } else {
      publish(job.stream().toList());
    }
  }

  /** Publishes the layers of all modules, if this is the last one. */
  private void arrive(List<PublishJob> own) throws IOException, MojoExecutionException {
    String phase = execution.getLifecyclePhase();
    if (phase != null && !phase.equals("deploy")) {
      getLog()
          .warn(
              "<publishAtEnd> waits for the phase '"
                  + phase
                  + "' of all modules, not for what comes after it: bind publish to deploy.");
    }
    var end = PublishAtEnd.of(session, execution, project);
    end.warnings().forEach(getLog()::warn);
    Optional<List<PublishJob>> all = end.arrive(own);
    if (all.isPresent()) {
      publish(all.get());
    } else if (!own.isEmpty()) {
      getLog()
          .info(
              "Will be published when all modules are built; to come: "
                  + String.join(", ", end.missing()));
    }
  }

  private void publish(List<PublishJob> jobs) throws IOException, MojoExecutionException {
    modules = jobs.stream().map(PublishJob::module).distinct().toList();
    if (jobs.isEmpty()) {
      return;
    }
    try (var open = new PublishJobs(jobs, getLog())) {
      publish(open);
    }
  }

  @Override
  String hint(String failure) {
    return System.lineSeparator()
        + "Once that is mended, go on from here, without building again, with: "
        + new ResumeCommand(modules.isEmpty() ? List.of(project) : modules, session, execution)
            .text(failure);
  }
}
