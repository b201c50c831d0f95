package io.github.lambdalayer.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class YamlTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        SampleTemplates.NASTY,
        "",
        " ",
        "yes",
        "Off",
        "null",
        "~",
        "y",
        "1.0",
        "0o17",
        "1e5",
        "012345678901",
        "2026-01-01",
        "12:30:45",
        "- a",
        "a: b",
        "a #b",
        "!Ref x",
        "&a",
        "*",
        "%x",
        "@x",
        "`x`",
        "{a}",
        "[a]",
        "a\r\nb\u0000\u0007\u0085\u00a0\ufeff",
        "AWS::Region",
        "x86_64",
        "a-b",
        "<<"
      })
  void aTextIsReadAsItWas(String text) {
    String yaml =
        Yaml.of(Map.of("key", text, "list", List.of(text), "in", Map.of(text + "k", text)));

    assertThat(CloudFormationYaml.read(yaml))
        .isEqualTo(Map.of("key", text, "list", List.of(text), "in", Map.of(text + "k", text)));
    assertThat(yaml).matches("[\\n -~]*");
  }

  @Test
  void whatEveryoneKnowsStandsWithoutQuotes() {
    assertThat(Yaml.of(Map.of("Type", "AWS::Lambda::LayerVersion")))
        .isEqualTo("Type: AWS::Lambda::LayerVersion\n");
  }

  @Test
  void intrinsicFunctionsNumbersAndTruthsAreWhatTheyAre() {
    assertThat(
            CloudFormationYaml.read(
                Yaml.of(
                    Map.of(
                        "find",
                        new Yaml.Tag("FindInMap", List.of("M", Yaml.ref("AWS::Region"), "Arn")),
                        "size",
                        256,
                        "is",
                        true))))
        .isEqualTo(
            Map.of(
                "find",
                Map.of("Fn::FindInMap", List.of("M", Map.of("Ref", "AWS::Region"), "Arn")),
                "size",
                256,
                "is",
                true));
  }

  @Test
  void mapsStandInListsAndATextOfManyLinesInABlock() {
    String yaml =
        Yaml.of(
            Map.of(
                "list",
                List.of(Map.of("a", List.of(Map.of("b", "c"))), "d"),
                "body",
                new Yaml.Block("x: 1\n\ny:\n  - z\n")));

    assertThat(CloudFormationYaml.read(yaml))
        .isEqualTo(
            Map.of(
                "list",
                List.of(Map.of("a", List.of(Map.of("b", "c"))), "d"),
                "body",
                "x: 1\n\ny:\n  - z\n"));
  }
}
