package io.github.lambdalayer.output;

import static io.github.lambdalayer.output.SampleResults.failed;
import static io.github.lambdalayer.output.SampleResults.published;
import static io.github.lambdalayer.output.SampleResults.result;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GitHubFilesTest {

  private static final String ARN = "arn:aws:lambda:eu-west-1:111122223333:layer:sdk:3";

  private final Path output;
  private final Path summary;
  private final GitHubFiles files;

  GitHubFilesTest(@TempDir Path folder) {
    output = folder.resolve("output");
    summary = folder.resolve("summary");
    files =
        new GitHubFiles(
            Map.of("GITHUB_OUTPUT", output.toString(), "GITHUB_STEP_SUMMARY", summary.toString()));
  }

  /** The outputs as GitHub has them in the end: the last one counts. */
  private Map<String, String> outputs() throws IOException {
    var outputs = new LinkedHashMap<String, String>();
    for (String line : Files.readAllLines(output)) {
      int equals = line.indexOf('=');
      assertThat(line.substring(0, equals)).matches("[A-Za-z_][A-Za-z0-9_-]*");
      outputs.put(line.substring(0, equals), line.substring(equals + 1));
    }
    return outputs;
  }

  @Test
  void outputsAreNamedAsThePropertiesAre() throws IOException {
    Files.writeString(output, "other=1\n");
    files.add(List.of(result("sdk", published("eu-west-1", "sdk", 3))));

    assertThat(outputs())
        .isEqualTo(
            Map.of(
                "other", "1",
                "lambdaLayer-arn", ARN,
                "lambdaLayer-arn-eu-west-1", ARN,
                "lambdaLayer-sdk-111122223333-eu-west-1-arn", ARN,
                "lambdaLayer-published",
                    "[{\"layerName\":\"sdk\",\"account\":\"111122223333\",\"region\":\"eu-west-1\",\"version\":3,\"arn\":\""
                        + ARN
                        + "\"}]"));
  }

  @Test
  void whatASecondModuleMakesAmbiguousIsEmptied() throws IOException {
    files.add(List.of(result("sdk", published("eu-west-1", "sdk", 3))));
    files.add(List.of(result("b", published("eu-west-1", "b", 1))));

    assertThat(outputs())
        .containsEntry("lambdaLayer-arn", "")
        .containsEntry("lambdaLayer-arn-eu-west-1", "")
        .containsEntry("lambdaLayer-sdk-111122223333-eu-west-1-arn", ARN)
        .hasEntrySatisfying(
            "lambdaLayer-published",
            all -> assertThat(all).contains(":layer:b:1\"", ":layer:sdk:3\""));
  }

  @Test
  void outputsAreOfWhatIsDone() throws IOException {
    files.add(
        List.of(
            result("sdk", published("eu-west-1", "sdk", 3), failed("us-east-1", "it is denied"))));

    assertThat(outputs())
        .containsEntry("lambdaLayer-arn-eu-west-1", ARN)
        .doesNotContainKey("lambdaLayer-arn");
    assertThat(Files.readString(output)).doesNotContain("us-east-1");
  }

  @Test
  void nothingDoneIsNoOutput() throws IOException {
    files.add(List.of(result("sdk", failed("us-east-1", "it is denied"))));

    assertThat(output).doesNotExist();
  }

  @Test
  void aValueOfSeveralLinesHasADelimiter() {
    String[] lines = GitHubFiles.entry("x", "a=b\nc<<d\n").split("\n", -1);

    assertThat(lines).hasSize(6);
    assertThat(lines[0]).startsWith("x<<end-");
    assertThat(lines[4]).isEqualTo(lines[0].substring(3));
    assertThat(GitHubFiles.entry("x", "a=b<<c")).isEqualTo("x=a=b<<c\n");
  }

  @Test
  void theSummaryTellsWhatFailedToo() throws IOException {
    Files.writeString(summary, "before\n");
    files.add(
        List.of(
            result(
                "sdk",
                published("eu-west-1", "sdk", 3),
                failed("us-east-1", "it | is\n<b>denied</b>"))));

    assertThat(summary)
        .hasContent(
            """
            before
            ### Lambda layer sdk

            | Region | Account | Version | Done | ARN |
            |---|---|---|---|---|
            | eu-west-1 | 111122223333 | 3 | published, granted 1 | `%s` |
            | us-east-1 | - | - | FAILED: it \\| is &lt;b>denied&lt;/b> | - |

            """
                .replace("%s", ARN));
  }

  @Test
  void withoutThoseVariablesNothingIsWritten() throws IOException {
    new GitHubFiles(Map.of("GITHUB_OUTPUT", " "))
        .add(List.of(result("sdk", published("eu-west-1", "sdk", 3))));

    assertThat(output).doesNotExist();
    assertThat(summary).doesNotExist();
  }
}
