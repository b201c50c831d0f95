package io.github.lambdalayer.output;

import static io.github.lambdalayer.output.SampleResults.ACCOUNT;
import static io.github.lambdalayer.output.SampleResults.failed;
import static io.github.lambdalayer.output.SampleResults.kept;
import static io.github.lambdalayer.output.SampleResults.notShared;
import static io.github.lambdalayer.output.SampleResults.notTried;
import static io.github.lambdalayer.output.SampleResults.published;
import static io.github.lambdalayer.output.SampleResults.result;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.LayerName;
import io.github.lambdalayer.publish.PublishResult;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ResultFilesTest {

  private final Path json;
  private final Path properties;
  private final ResultFiles files;

  ResultFilesTest(@TempDir Path temporary) {
    Path folder = temporary.resolve("lambda-layer");
    json = folder.resolve("published.json");
    properties = folder.resolve("published.properties");
    files = new ResultFiles(folder);
  }

  private void merge(PublishResult... results) throws IOException {
    for (PublishResult result : results) {
      files.merge(result);
    }
  }

  /** Layer, region, status and version of every target. */
  private List<Tuple> targets() throws IOException {
    var targets = new ArrayList<Tuple>();
    JsonObject document = JsonParser.parseString(Files.readString(json)).getAsJsonObject();
    for (JsonElement layer : document.getAsJsonArray("layers")) {
      for (JsonElement element : layer.getAsJsonObject().getAsJsonArray("targets")) {
        JsonObject target = element.getAsJsonObject();
        targets.add(
            tuple(
                layer.getAsJsonObject().get("layerName").getAsString(),
                target.get("region").getAsString(),
                target.get("status").getAsString(),
                target.has("version") ? target.get("version").getAsInt() : 0));
      }
    }
    return targets;
  }

  @Test
  void tellAllAboutAVersion() throws IOException {
    merge(result("a", published("eu-west-1", "a", 3)));

    assertThat(json)
        .content()
        .isEqualTo(
            """
            {
              "schemaVersion": 1,
              "layers": [
                {
                  "layerName": "a",
                  "targets": [
                    {
                      "account": "111122223333",
                      "region": "eu-west-1",
                      "status": "published",
                      "version": 3,
                      "layerVersionArn": "arn:aws:lambda:eu-west-1:111122223333:layer:a:3",
                      "codeSha256": "c2hhLTI1Ng==",
                      "codeSize": 1234,
                      "description": "a 1.0",
                      "wantedPermissions": [
                        "organization:o-a1b2c3d4e5"
                      ],
                      "granted": [
                        "organization:o-a1b2c3d4e5"
                      ],
                      "milliseconds": 1200,
                      "reason": "the layer has no version yet"
                    }
                  ]
                }
              ]
            }
            """);
  }

  @Test
  void tellWhyARegionFailed() throws IOException {
    merge(result("a", failed("eu-west-1", "it was refused")));

    assertThat(targets()).containsExactly(tuple("a", "eu-west-1", "failed", 0));
    assertThat(json).content().contains("\"reason\": \"it was refused\"");
  }

  @Test
  void tellTheNumberThatWasPublished() throws IOException {
    var layer = new LayerName("a");
    assertThat(files.version(layer, ACCOUNT, "eu-west-1")).isEmpty();
    merge(result("a", published("eu-west-1", "a", 3), kept("us-east-1", "a", 7)));

    assertThat(files.version(layer, ACCOUNT, "eu-west-1")).hasValue(3);
    assertThat(files.version(layer, ACCOUNT, "us-east-1")).hasValue(7);
    assertThat(files.version(layer, "999999999999", "us-east-1")).isEmpty();
    assertThat(files.version(layer, ACCOUNT, "eu-west-2")).isEmpty();
  }

  @Test
  void tellNoNumberWherePublishingHasFailed() throws IOException {
    merge(
        result(
            "a",
            notShared("eu-west-1", "a", 3),
            failed("us-east-1", "it was refused"),
            notTried("eu-west-2", "another one has failed")));

    for (String region : List.of("eu-west-1", "us-east-1", "eu-west-2")) {
      assertThatExceptionOfType(InvalidInputException.class)
          .isThrownBy(() -> files.version(new LayerName("a"), ACCOUNT, region))
          .withMessageContainingAll("published.json", "-DlambdaLayer.version");
    }
  }

  @Test
  void thePropertiesAreSortedAndHoldNoTime() throws IOException {
    merge(result("a", published("us-east-1", "a", 3), kept("eu-west-1", "a", 7)));

    assertThat(properties)
        .content()
        .isEqualTo(
            """
            lambdaLayer.a.111122223333.eu-west-1.arn=arn:aws:lambda:eu-west-1:111122223333:layer:a:7
            lambdaLayer.a.111122223333.us-east-1.arn=arn:aws:lambda:us-east-1:111122223333:layer:a:3
            lambdaLayer.arn.eu-west-1=arn:aws:lambda:eu-west-1:111122223333:layer:a:7
            lambdaLayer.arn.us-east-1=arn:aws:lambda:us-east-1:111122223333:layer:a:3
            """);
  }

  @Test
  void thePropertiesAreReadByJava() throws IOException {
    merge(result("a", published("eu-west-1", "a", 3)));
    var read = new Properties();
    try (Reader reader = Files.newBufferedReader(properties)) {
      read.load(reader);
    }

    assertThat(read)
        .containsEntry("lambdaLayer.arn", "arn:aws:lambda:eu-west-1:111122223333:layer:a:3");
  }

  @Test
  void severalLayersStandBesideEachOther() throws IOException {
    merge(result("a", published("eu-west-1", "a", 3)), result("b", published("eu-west-1", "b", 1)));

    assertThat(targets())
        .containsExactly(
            tuple("a", "eu-west-1", "published", 3), tuple("b", "eu-west-1", "published", 1));
  }

  @Test
  void severalExecutionsForOneLayerAddTheirRegions() throws IOException {
    merge(result("a", published("eu-west-1", "a", 3)), result("a", published("us-east-1", "a", 5)));

    assertThat(targets())
        .containsExactly(
            tuple("a", "eu-west-1", "published", 3), tuple("a", "us-east-1", "published", 5));
  }

  @Test
  void severalExecutionsForOneLayerAddTheirAccounts() throws IOException {
    merge(
        result("a", published("111122223333", "eu-west-1", "a", 3)),
        result("a", published("444455556666", "eu-west-1", "a", 1)));

    assertThat(targets()).hasSize(2);
    assertThat(properties).content().doesNotContain("lambdaLayer.arn");
  }

  @Test
  void aRepeatedRunReplacesItsRegions() throws IOException {
    merge(
        result("a", published("eu-west-1", "a", 3), published("us-east-1", "a", 3)),
        result("a", kept("eu-west-1", "a", 3)));

    assertThat(targets())
        .containsExactlyInAnyOrder(
            tuple("a", "eu-west-1", "kept", 3), tuple("a", "us-east-1", "published", 3));
  }

  @Test
  void aSuccessReplacesAnEarlierFailure() throws IOException {
    merge(result("a", failed("eu-west-1", "refused")), result("a", published("eu-west-1", "a", 1)));

    assertThat(targets()).containsExactly(tuple("a", "eu-west-1", "published", 1));
  }

  @Test
  void aFailureReplacesAnEarlierSuccessAndItsProperties() throws IOException {
    merge(result("a", published("eu-west-1", "a", 1)), result("a", notShared("eu-west-1", "a", 2)));

    assertThat(targets()).containsExactly(tuple("a", "eu-west-1", "failed", 2));
    assertThat(properties).isEmptyFile();
  }

  @Test
  void brokenJsonIsNamedAndStays() throws IOException {
    Files.createDirectories(json.resolveSibling("."));
    Files.writeString(json, "{ broken");

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> merge(result("a", published("eu-west-1", "a", 1))))
        .withMessageStartingWith(json + " is no JSON; delete it: ");

    assertThat(json).hasContent("{ broken");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "{\"schemaVersion\": 1}", "{\"schemaVersion\": 2}"})
  void whatHoldsNoResultsIsReplaced(String text) throws IOException {
    Files.createDirectories(json.resolveSibling("."));
    Files.writeString(json, text);

    merge(result("a", published("eu-west-1", "a", 1)));

    assertThat(targets()).containsExactly(tuple("a", "eu-west-1", "published", 1));
  }

  private JsonObject target(int index) throws IOException {
    return JsonParser.parseString(Files.readString(json))
        .getAsJsonObject()
        .getAsJsonArray("layers")
        .get(0)
        .getAsJsonObject()
        .getAsJsonArray("targets")
        .get(index)
        .getAsJsonObject();
  }

  @Test
  void tellWhatWasNotTriedAndWhy() throws IOException {
    merge(result("sdk", SampleResults.notTried("eu-west-1", "another target has failed")));

    assertThat(target(0).get("status").getAsString()).isEqualTo("not-tried");
    assertThat(target(0).get("reason").getAsString()).isEqualTo("another target has failed");
    assertThat(Files.readString(properties)).isEmpty();
  }

  @Test
  void tellWhoPublished() throws IOException {
    String role = "arn:aws:iam::111122223333:role/publisher";
    merge(
        result(
            "sdk",
            SampleResults.publishedBy(role, "eu-west-1", "sdk", 1),
            kept("us-east-1", "sdk", 1)));

    assertThat(target(0).get("identity").getAsString()).isEqualTo(role);
    assertThat(target(1).has("identity")).isFalse();
  }

  @Test
  void tellWhatWasTakenBack() throws IOException {
    merge(
        result(
            "sdk",
            SampleResults.revoked("eu-west-1", "sdk", 1, "public (statement public)"),
            kept("us-east-1", "sdk", 1)));

    assertThat(target(0).getAsJsonArray("revoked"))
        .extracting(JsonElement::getAsString)
        .containsExactly("public (statement public)");
    assertThat(target(1).has("revoked")).isFalse();
  }
}
