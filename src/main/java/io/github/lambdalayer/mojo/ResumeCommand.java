package io.github.lambdalayer.mojo;

import java.util.StringJoiner;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;

/** The command line that publishes what is built already, as this run would have. */
final class ResumeCommand {

  private static final String FROM_COMMAND_LINE = "default-cli";

  private final MavenProject project;
  private final MavenSession session;
  private final MojoExecution execution;

  ResumeCommand(MavenProject project, MavenSession session, MojoExecution execution) {
    this.project = project;
    this.session = session;
    this.execution = execution;
  }

  String text() {
    var command = new StringJoiner(" ");
    command.add("mvn").add(goal());
    if (session.getAllProjects() != null && session.getAllProjects().size() > 1) {
      command.add("-pl").add(project.getGroupId() + ":" + project.getArtifactId());
    }
    if (!session.getRequest().getActiveProfiles().isEmpty()) {
      command.add("-P" + String.join(",", session.getRequest().getActiveProfiles()));
    }
    session.getUserProperties().stringPropertyNames().stream()
        .filter(name -> name.startsWith("lambdaLayer."))
        .sorted()
        .map(name -> "-D" + name + "=" + quoted(session.getUserProperties().getProperty(name)))
        .forEach(command::add);
    return command.toString();
  }

  /** With its execution's id, the goal sees the configuration of that execution too. */
  private String goal() {
    return FROM_COMMAND_LINE.equals(execution.getExecutionId())
        ? String.format(
            "%s:%s:%s:publish",
            execution.getGroupId(), execution.getArtifactId(), execution.getVersion())
        : "lambda-layer:publish@" + execution.getExecutionId();
  }

  private static String quoted(String value) {
    return value.matches("[\\w@%+=:,./-]*") ? value : "'" + value.replace("'", "'\\''") + "'";
  }
}
