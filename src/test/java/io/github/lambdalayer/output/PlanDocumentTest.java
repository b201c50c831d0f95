package io.github.lambdalayer.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.github.lambdalayer.publish.LayerDifference;
import io.github.lambdalayer.publish.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PlanDocumentTest {

  private final Path folder;

  PlanDocumentTest(@TempDir Path folder) {
    this.folder = folder.resolve("target/lambda-layer");
  }

  private static PlanDocument plan(PlanDocument.Target... targets) {
    return PlanDocument.of(
        List.of(
            new PlanDocument.Layer("base", new PlanDocument.Zip("abc=", 1234), List.of(targets))));
  }

  private static PlanDocument.Target blocked() {
    return new PlanDocument.Target(
        null,
        null,
        "eu-west-1",
        PlanDocument.Action.BLOCKED,
        null,
        null,
        "AccessDenied",
        List.of(),
        List.of(),
        null,
        null,
        List.of(),
        List.of(),
        null);
  }

  private static PlanDocument.Target published() {
    return new PlanDocument.Target(
        "111122223333",
        "ci",
        "eu-west-1",
        PlanDocument.Action.PUBLISH,
        7L,
        "arn:aws:lambda:eu-west-1:111122223333:layer:base:7",
        "the content differs from that of version 7",
        List.of("public"),
        List.of("account:444455556666"),
        12L,
        new LayerDifference(
            List.of(new LayerDifference.Artifact("g:new", "1")),
            List.of(new LayerDifference.Artifact("g:gone", "2")),
            List.of(new LayerDifference.Change("g:up", "1", "2")),
            List.of("a"),
            List.of("b"),
            List.of("etc/app.conf"),
            1000,
            1234),
        List.of(),
        List.of(),
        null);
  }

  @Test
  void tellsAllAboutATarget() throws IOException {
    assertThat(plan(published()).write(folder))
        .isEqualTo(folder.resolve("plan.json"))
        .content()
        .isEqualTo(
            """
            {
              "schemaVersion": 1,
              "layers": [
                {
                  "layerName": "base",
                  "zip": {
                    "codeSha256": "abc=",
                    "size": 1234
                  },
                  "targets": [
                    {
                      "account": "111122223333",
                      "identity": "ci",
                      "region": "eu-west-1",
                      "action": "publish",
                      "liveVersion": 7,
                      "liveVersionArn": "arn:aws:lambda:eu-west-1:111122223333:layer:base:7",
                      "reason": "the content differs from that of version 7",
                      "grant": [
                        "public"
                      ],
                      "revoke": [
                        "account:444455556666"
                      ],
                      "padTo": 12,
                      "difference": {
                        "added": [
                          {
                            "name": "g:new",
                            "version": "1"
                          }
                        ],
                        "removed": [
                          {
                            "name": "g:gone",
                            "version": "2"
                          }
                        ],
                        "changed": [
                          {
                            "name": "g:up",
                            "from": "1",
                            "to": "2"
                          }
                        ],
                        "filesAdded": [
                          "a"
                        ],
                        "filesRemoved": [
                          "b"
                        ],
                        "filesChanged": [
                          "etc/app.conf"
                        ],
                        "sizeBefore": 1000,
                        "sizeAfter": 1234
                      },
                      "parameters": [],
                      "delete": []
                    }
                  ]
                }
              ]
            }
            """);
  }

  @Test
  void leavesOutWhatIsUnknown() throws IOException {
    assertThat(plan(blocked()).write(folder))
        .content()
        .contains("\"action\": \"blocked\"", "\"grant\": []", "\"revoke\": []")
        .doesNotContain("account", "identity", "liveVersion", "padTo", "difference", "null");
  }

  @Test
  void takesThePlaceOfAnEarlierOne() throws IOException {
    plan(published()).write(folder);

    assertThat(plan(blocked()).write(folder)).content().doesNotContain("111122223333");
  }

  @Test
  void leavesNothingHalfWritten() throws IOException {
    Files.createDirectories(folder.resolve("plan.json/in-the-way"));

    assertThatIOException().isThrownBy(() -> plan(blocked()).write(folder));
    assertThat(folder.toFile().list()).containsExactly("plan.json");
  }

  @Test
  void whatRetainDeletesIsAChangeOfItsPlace() {
    PlanDocument.Layer layer = plan(blocked()).layers().get(0);
    var there = new Place(null, "", "eu-west-1");
    var elsewhere = new Place(null, "", "us-east-1");

    assertThat(layer.withPrune(there, List.of(1L, 2L)).targets().get(0))
        .satisfies(target -> assertThat(target.prune()).containsExactly(1L, 2L))
        .satisfies(target -> assertThat(target.isChange()).isTrue());
    assertThat(layer.withPrune(there, List.of()).targets().get(0).isChange()).isFalse();
    assertThat(layer.withPrune(elsewhere, List.of(1L)).targets().get(0).prune()).isNull();
  }
}
