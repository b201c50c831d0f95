package io.github.lambdalayer.mojo;

import java.util.List;

/** How far the lifecycles run that were asked for. */
final class RequestedPhases {

  /** Maven's own, in the order of their phases; those that only Maven 4 knows stand where it has them. */
  private static final List<List<String>> LIFECYCLES =
      List.of(
          List.of("pre-clean", "clean", "post-clean"),
          List.of(
              "validate",
              "initialize",
              "generate-sources",
              "process-sources",
              "sources",
              "generate-resources",
              "process-resources",
              "resources",
              "compile",
              "process-classes",
              "ready",
              "generate-test-sources",
              "process-test-sources",
              "test-sources",
              "generate-test-resources",
              "process-test-resources",
              "test-resources",
              "test-compile",
              "process-test-classes",
              "test",
              "unit-test",
              "prepare-package",
              "package",
              "build",
              "pre-integration-test",
              "integration-test",
              "post-integration-test",
              "verify",
              "install",
              "deploy",
              "all"),
          List.of("pre-site", "site", "post-site", "site-deploy"));

  private final List<String> tasks;

  RequestedPhases(List<String> tasks) {
    this.tasks = tasks.stream().map(RequestedPhases::withoutStep).toList();
  }

  /** Whether a phase is run. */
  boolean reach(String phase) {
    String wanted = withoutStep(phase);
    for (List<String> lifecycle : LIFECYCLES) {
      int place = lifecycle.indexOf(wanted);
      if (place >= 0 && tasks.stream().anyMatch(task -> lifecycle.indexOf(task) >= place)) {
        return true;
      }
    }
    return tasks.contains(wanted);
  }

  /** Maven 4's {@code before:package}, {@code after:package} and {@code package[100]}. */
  private static String withoutStep(String phase) {
    return phase.replaceFirst("^(before|after|at):(?=[^:]+$)", "").replaceFirst("\\[-?\\d+]$", "");
  }
}
