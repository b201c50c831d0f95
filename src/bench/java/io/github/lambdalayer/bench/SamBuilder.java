package io.github.lambdalayer.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What {@code sam build} runs for a Maven project, where it is installed. */
final class SamBuilder {

  static final String SCRIPT_NAME = "build.py";

  static final String SCRIPT =
      """
      import os
      import sys

      from aws_lambda_builders.builder import LambdaBuilder

      source, artifacts, scratch = sys.argv[1:]
      os.makedirs(artifacts)
      os.makedirs(scratch)
      LambdaBuilder(
          language="java", dependency_manager="maven", application_framework=None
      ).build(
          source,
          artifacts,
          scratch,
          os.path.join(source, "pom.xml"),
          runtime="java17",
      )
      """;

  private SamBuilder() {}

  static boolean isInstalled() throws IOException {
    return Programs.succeeds("python3", "-c", "import aws_lambda_builders");
  }

  /** Where it puts what it has built: not in the project, for that is copied as a whole. */
  static Path built(Path project) {
    return project.resolveSibling("sam-built");
  }

  /** Where it copies the project to, and builds it. */
  static Path scratch(Path project) {
    return project.resolveSibling("sam-scratch");
  }

  static List<String> command(Path project) {
    return List.of(
        "python3",
        SCRIPT_NAME,
        project.toString(),
        built(project).toString(),
        scratch(project).toString());
  }
}
