package io.github.lambdalayer.output;

import static io.github.lambdalayer.output.SampleResults.failed;
import static io.github.lambdalayer.output.SampleResults.published;
import static io.github.lambdalayer.output.SampleResults.result;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.LayerName;
import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.publish.PublishResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ArnTableTest {

  private static final LayerName SDK = new LayerName("sdk");
  private static final String OPEN = "<!-- lambda-layer:sdk -->";
  private static final String CLOSE = "<!-- /lambda-layer:sdk -->";
  private static final String ARN = "arn:aws:lambda:%s:111122223333:layer:sdk:%d";

  private final Path file;
  private final ResultFiles results;

  ArnTableTest(@TempDir Path folder) {
    file = folder.resolve("README.md");
    results = new ResultFiles(folder.resolve("target"));
  }

  private static String arn(String region, int version) {
    return Messages.format(ARN, region, version);
  }

  private String written(String text, PublishResult... published) throws IOException {
    Files.writeString(file, text);
    for (PublishResult result : published) {
      results.merge(result);
    }
    new ArnTable(file).write(SDK, results);
    return Files.readString(file);
  }

  @Test
  void standsBetweenItsCommentsAndAllElseStays() throws IOException {
    String text =
        "# Läyers\r\n\n\ttail "
            + OPEN
            + "\n| old |\n"
            + CLOSE
            + " x\r\n\r\n<!-- lambda-layer:sdk2 -->";

    assertThat(
            written(
                text,
                result("sdk", published("us-east-1", "sdk", 7), published("eu-west-1", "sdk", 12))))
        .isEqualTo(
            "# Läyers\r\n\n\ttail "
                + OPEN
                + "\n\n| Region | Version | ARN |\n|---|---|---|\n| eu-west-1 | 12 | `"
                + arn("eu-west-1", 12)
                + "` |\n| us-east-1 | 7 | `"
                + arn("us-east-1", 7)
                + "` |\n\n"
                + CLOSE
                + " x\r\n\r\n<!-- lambda-layer:sdk2 -->");
  }

  @Test
  void keepsTheLineEndsOfItsPlace() throws IOException {
    String written =
        written(
            "a\r\n" + OPEN + "\r\n" + CLOSE + "\r\n",
            result("sdk", published("eu-west-1", "sdk", 1)));

    assertThat(written.replace("\r\n", "")).doesNotContain("\n", "\r");
    assertThat(written.lines()).hasSize(8);
  }

  @Test
  void theSameAgainTouchesNothing() throws IOException {
    written(OPEN + CLOSE, result("sdk", published("eu-west-1", "sdk", 1)));
    FileTime before = FileTime.fromMillis(1_000_000);
    Files.setLastModifiedTime(file, before);

    new ArnTable(file).write(SDK, results);

    assertThat(Files.getLastModifiedTime(file)).isEqualTo(before);
  }

  @Test
  void severalAccountsHaveAColumn() throws IOException {
    assertThat(
            written(
                OPEN + "\n" + CLOSE,
                result(
                    "sdk",
                    published("111122223333", "eu-west-1", "sdk", 3),
                    published("444455556666", "eu-west-1", "sdk", 1))))
        .contains("| Region | Account | Version | ARN |\n|---|---|---|---|\n")
        .contains(
            "| eu-west-1 | 444455556666 | 1 | `arn:aws:lambda:eu-west-1:444455556666:layer:sdk:1` |");
  }

  @Test
  void aTargetThatFailedKeepsItsLineAndOneThatIsNoMoreLosesIt() throws IOException {
    written(
        OPEN + "\n" + CLOSE,
        result(
            "sdk",
            published("eu-west-1", "sdk", 3),
            published("us-east-1", "sdk", 5),
            published("us-west-2", "sdk", 9)));
    Files.delete(file.resolveSibling("target/published.json"));

    assertThat(
            written(
                Files.readString(file),
                result("sdk", published("eu-west-1", "sdk", 4), failed("us-east-1", "denied"))))
        .contains(arn("eu-west-1", 4), arn("us-east-1", 5))
        .doesNotContain(arn("eu-west-1", 3), "us-west-2");
  }

  @Test
  void withoutAVersionThereIsNoTable() throws IOException {
    assertThat(written(OPEN + "\n" + CLOSE + "\n", result("sdk", failed("eu-west-1", "denied"))))
        .isEqualTo(OPEN + "\n" + CLOSE + "\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<!-- lambda-layer:sdk -->",
        "<!-- /lambda-layer:sdk --><!-- lambda-layer:sdk -->",
        "<!-- lambda-layer:sdk2 --><!-- /lambda-layer:sdk2 -->"
      })
  void withoutAPlaceForItTheFileStays(String text) throws IOException {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> written(text, result("sdk", published("eu-west-1", "sdk", 1))))
        .withMessageContaining("<arnTable> is '" + file + "'")
        .withMessageContaining(OPEN + System.lineSeparator() + CLOSE);
    assertThat(file).hasContent(text);
  }

  @Test
  void twoPlacesAreOneTooMany() throws IOException {
    Files.writeString(file, OPEN + CLOSE + OPEN + CLOSE);

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> new ArnTable(file).check(SDK))
        .withMessageContaining("more than once");
  }

  @Test
  void whatIsNoTextOrNotThereIsRefused() throws IOException {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> new ArnTable(file).check(SDK))
        .withMessageContaining("there is no such file");
    Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe});
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> new ArnTable(file).check(SDK))
        .withMessageContaining("no text in UTF-8");
  }
}
