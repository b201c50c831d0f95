package io.github.lambdalayer.mojo;

import io.github.lambdalayer.aws.LambdaCallException;
import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.publish.PreflightException;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/** What the goals share: where they run, how they are skipped, and how they fail. */
abstract class AbstractLayerMojo extends AbstractMojo {

  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  MavenProject project;

  @Parameter(defaultValue = "${session}", readonly = true, required = true)
  MavenSession session;

  @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
  MojoExecution execution;

  /** Skips every goal of this plugin.
   * @since 1.0.0 */
  @Parameter(property = "lambdaLayer.skip", defaultValue = "false")
  boolean skip;

  /** The folder that the zip is written to, and {@code lambda-layer} with the descriptors in it. */
  @Parameter(defaultValue = "${project.build.directory}", readonly = true, required = true)
  File buildDirectory;

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    try {
      if (skip || isGoalSkipped()) {
        getLog().info("Skipped.");
        skipped();
      } else {
        UnknownParameters.warn(project, session, execution, getLog());
        OverruledParameters.warn(execution, session.getUserProperties(), getLog());
        run();
      }
    } catch (InvalidInputException e) {
      throw told(
          new MojoFailureException(
              e.getMessage() + (e.needsBuild() ? "" : hint(String.valueOf(e.getMessage())))),
          e);
    } catch (IOException | LambdaCallException | PreflightException e) {
      throw told(new MojoExecutionException(text(e) + hint("")), e);
    }
  }

  /** Java's own message about a file is often nothing but its path. */
  private static String text(Exception e) {
    return e instanceof FileSystemException failure && failure.getReason() == null
        ? Messages.format(
            "%s cannot be read or written (%s). Check that it and its folder are there, and may be"
                + " read and written.",
            failure.getFile(), failure)
        : String.valueOf(e.getMessage());
  }

  /**
   * With what it came from. Not as its cause: Maven prints the messages of all causes behind a message
   * that says it all, and in the same line as the command to go on with. {@code mvn -X} shows it.
   */
  private <T extends Exception> T told(T failure, Exception from) {
    getLog().debug("What the failure came from:", from);
    failure.addSuppressed(from);
    return failure;
  }

  /** Does the goal's work. */
  abstract void run() throws IOException, MojoExecutionException, MojoFailureException;

  /** Whether the goal's own skip is set. */
  abstract boolean isGoalSkipped();

  /** Called in place of the goal's work. */
  void skipped() throws IOException, MojoExecutionException {}

  /** What is said behind each failure. */
  String hint(String failure) {
    return "";
  }

  /** The folder of descriptors and results. */
  final Path layerDirectory() {
    String folder = buildDirectory.getPath();
    // Without a project Maven leaves ${project.basedir} in it.
    Path build =
        folder.contains("${")
            ? Path.of(session.getExecutionRootDirectory(), "target")
            : buildDirectory.toPath();
    return build.resolve("lambda-layer");
  }
}
