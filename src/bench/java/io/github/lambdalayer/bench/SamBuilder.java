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

  static List<String> command(Path folder) {
    return List.of(
        "python3",
        SCRIPT_NAME,
        folder.toString(),
        folder.resolve("built").toString(),
        folder.resolve("scratch").toString());
  }
}
