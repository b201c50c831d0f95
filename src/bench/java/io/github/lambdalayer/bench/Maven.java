package io.github.lambdalayer.bench;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * How Maven is called: always with the benchmark's own local repository.
 *
 * @param home where it is installed
 * @param repository the local repository
 */
record Maven(Path home, Path repository) {

  /** A run that is measured: nothing is looked for anywhere else. */
  List<String> offline(String... arguments) {
    List<String> command = online(arguments);
    command.add(1, "-o");
    return command;
  }

  /** A run that is measured and publishes: it may use the network, and has nothing to bring. */
  List<String> connected(String... arguments) {
    List<String> command = online(arguments);
    command.add(1, "-nsu");
    return command;
  }

  /** A run that brings what later ones need. */
  List<String> online(String... arguments) {
    var command = new ArrayList<String>();
    command.add(program().toString());
    command.addAll(List.of("-B", "-ntp", "-Dmaven.repo.local=" + repository));
    Collections.addAll(command, GoalTime.OPTIONS);
    Collections.addAll(command, arguments);
    return command;
  }

  private Path program() {
    return home.resolve("bin").resolve(File.separatorChar == '\\' ? "mvn.cmd" : "mvn");
  }

  /** For a program that calls Maven itself. */
  Map<String, String> environment() {
    return Map.of(
        "PATH", home.resolve("bin") + File.pathSeparator + System.getenv("PATH"),
        "MAVEN_OPTS", "-Dmaven.repo.local=" + repository);
  }
}
