package io.github.lambdalayer.mojo;

import io.github.lambdalayer.layer.Shell;
import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;

/** The command line that publishes what is built already, as this run would have. */
final class ResumeCommand {

  private static final String FROM_COMMAND_LINE = "default-cli";

  /** What Maven adds by itself. */
  private static final Pattern LEFT_OUT = Pattern.compile("session\\..*|env\\..*");

  private static final Pattern SECRET =
      Pattern.compile("(?i).*(passw|passphrase|secret|token|credential|(access|api).?key).*");

  private static final File USER_SETTINGS =
      new File(System.getProperty("user.home"), ".m2/settings.xml");

  private final List<MavenProject> modules;
  private final MavenSession session;
  private final MojoExecution execution;

  ResumeCommand(List<MavenProject> modules, MavenSession session, MojoExecution execution) {
    this.modules = List.copyOf(modules);
    this.session = session;
    this.execution = execution;
  }

  /**
   * The command.
   *
   * @param failure what failed; of a property that it blames the value is left open
   */
  String text(String failure) {
    var command = new StringJoiner(" ");
    command.add("mvn").add(goal());
    MavenExecutionRequest request = session.getRequest();
    File pom = request.getPom();
    if (pom != null && !pom.getAbsoluteFile().equals(new File("pom.xml").getAbsoluteFile())) {
      command.add("-f").add(Shell.quoted(pom.getPath()));
    }
    File settings = request.getUserSettingsFile();
    if (settings != null && !settings.equals(USER_SETTINGS)) {
      command.add("-s").add(Shell.quoted(settings.getPath()));
    }
    if (session.getAllProjects() != null && session.getAllProjects().size() > 1) {
      command
          .add("-pl")
          .add(
              modules.stream()
                  .map(module -> module.getGroupId() + ":" + module.getArtifactId())
                  .collect(Collectors.joining(",")));
    }
    var profiles = new ArrayList<>(request.getActiveProfiles());
    request.getInactiveProfiles().forEach(profile -> profiles.add("!" + profile));
    if (!profiles.isEmpty()) {
      command.add("-P" + Shell.quoted(String.join(",", profiles)));
    }
    properties(failure).forEach(command::add);
    return command.toString();
  }

  /** Without force, which would make another version where one has been made already. */
  private List<String> properties(String failure) {
    return session.getUserProperties().stringPropertyNames().stream()
        .filter(name -> !name.equals("lambdaLayer.force"))
        .filter(name -> !LEFT_OUT.matcher(name).matches())
        .sorted()
        .map(name -> property(name, failure))
        .toList();
  }

  private String property(String name, String failure) {
    String value = session.getUserProperties().getProperty(name);
    // What is left out shows that something belongs there.
    boolean isSecret = SECRET.matcher(name).matches() || value.matches(".*://[^/]*@.*");
    // Left out, another account or other permissions would be taken, and nobody would notice.
    boolean isOpen = isSecret || isBlamed(value, failure);
    return "-D" + name + "=" + (isOpen ? "..." : Shell.quoted(value));
  }

  private static boolean isBlamed(String value, String failure) {
    // An item may have a name before its value, and the failure name only one of them.
    return Arrays.stream(value.split(",", -1))
        .flatMap(item -> Stream.concat(Stream.of(item), Arrays.stream(item.split("[:=]", 2))))
        .anyMatch(part -> !part.isBlank() && failure.contains("'" + part.trim() + "'"));
  }

  /** With its execution's id, the goal sees the configuration of that execution too. */
  private String goal() {
    return FROM_COMMAND_LINE.equals(execution.getExecutionId())
        ? String.join(
            ":",
            execution.getGroupId(),
            execution.getArtifactId(),
            execution.getVersion(),
            "publish")
        : "lambda-layer:publish@" + execution.getExecutionId();
  }
}
