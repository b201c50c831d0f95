package io.github.lambdalayer.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ResultTableTest {

  @Test
  void columnsAreAsWideAsTheirWidestText() {
    List<String> lines =
        ResultTable.lines(
            SampleResults.result(
                "sdk",
                SampleResults.published("eu-west-1", "sdk", 12),
                SampleResults.kept("ap-southeast-1", "sdk", 7),
                SampleResults.failed("us-east-1", "denied"),
                SampleResults.notTried("us-west-2", "another has failed")));

    assertThat(lines)
        .containsExactly(
            "account       region          version  done                  time   ARN",
            "111122223333  eu-west-1       12       published, granted 1  1.2 s "
                + " arn:aws:lambda:eu-west-1:111122223333:layer:sdk:12",
            "111122223333  ap-southeast-1  7        kept                  1.2 s "
                + " arn:aws:lambda:ap-southeast-1:111122223333:layer:sdk:7",
            "-             us-east-1       -        FAILED                1.2 s  -",
            "111122223333  us-west-2       -        not tried             0.0 s  -");
  }

  @Test
  void whatWasTakenBackIsCounted() {
    assertThat(
            ResultTable.lines(
                SampleResults.result(
                    "sdk", SampleResults.revoked("eu-west-1", "sdk", 1, "public (statement p)"))))
        .anyMatch(line -> line.contains("kept, revoked 1"));
  }

  @Test
  void aVersionThatCouldNotBeSharedIsNamed() {
    assertThat(
            ResultTable.lines(
                SampleResults.result("sdk", SampleResults.notShared("eu-west-1", "sdk", 3))))
        .anyMatch(line -> line.contains("FAILED") && line.endsWith(":layer:sdk:3"));
  }
}
