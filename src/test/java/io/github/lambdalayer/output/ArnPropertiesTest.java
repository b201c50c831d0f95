package io.github.lambdalayer.output;

import static io.github.lambdalayer.output.SampleResults.failed;
import static io.github.lambdalayer.output.SampleResults.kept;
import static io.github.lambdalayer.output.SampleResults.notShared;
import static io.github.lambdalayer.output.SampleResults.published;
import static io.github.lambdalayer.output.SampleResults.publishedBy;
import static io.github.lambdalayer.output.SampleResults.result;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ArnPropertiesTest {

  private final ArnProperties properties = new ArnProperties();

  @Test
  void oneVersionHasTheLongAndBothShortForms() {
    properties.add(result("a", published("eu-west-1", "a", 3)));

    String arn = "arn:aws:lambda:eu-west-1:111122223333:layer:a:3";
    assertThat(properties.asMap())
        .isEqualTo(
            Map.of(
                "lambdaLayer.a.111122223333.eu-west-1.arn", arn,
                "lambdaLayer.arn.eu-west-1", arn,
                "lambdaLayer.arn", arn));
  }

  @Test
  void keptVersionsCountAsWell() {
    properties.add(result("a", kept("eu-west-1", "a", 3)));

    assertThat(properties.asMap()).containsKey("lambdaLayer.arn");
  }

  @Test
  void severalRegionsHaveNoShortestForm() {
    properties.add(result("a", published("eu-west-1", "a", 3), published("us-east-1", "a", 7)));

    assertThat(properties.asMap())
        .containsOnlyKeys(
            "lambdaLayer.a.111122223333.eu-west-1.arn",
            "lambdaLayer.a.111122223333.us-east-1.arn",
            "lambdaLayer.arn.eu-west-1",
            "lambdaLayer.arn.us-east-1")
        .containsEntry(
            "lambdaLayer.arn.us-east-1", "arn:aws:lambda:us-east-1:111122223333:layer:a:7");
  }

  @Test
  void twoLayersInOneRegionHaveNoShortForms() {
    properties.add(result("a", published("eu-west-1", "a", 3)));
    properties.add(result("b", published("eu-west-1", "b", 1)));

    assertThat(properties.asMap())
        .containsOnlyKeys(
            "lambdaLayer.a.111122223333.eu-west-1.arn", "lambdaLayer.b.111122223333.eu-west-1.arn");
  }

  @Test
  void twoAccountsInOneRegionHaveNoShortForms() {
    properties.add(result("a", published("111122223333", "eu-west-1", "a", 3)));
    properties.add(result("a", published("444455556666", "eu-west-1", "a", 1)));

    assertThat(properties.asMap())
        .containsOnlyKeys(
            "lambdaLayer.a.111122223333.eu-west-1.arn", "lambdaLayer.a.444455556666.eu-west-1.arn");
  }

  @Test
  void aNewerVersionReplacesTheOlderOne() {
    properties.add(result("a", published("eu-west-1", "a", 3)));
    properties.add(result("a", published("eu-west-1", "a", 4)));

    assertThat(properties.asMap())
        .containsEntry("lambdaLayer.arn", "arn:aws:lambda:eu-west-1:111122223333:layer:a:4");
  }

  @Test
  void whatFailedHasNone() {
    properties.add(result("a", failed("eu-west-1", "refused"), notShared("us-east-1", "a", 3)));

    assertThat(properties.asMap()).isEmpty();
  }

  @Test
  void besideOneThatFailedThereIsNoShortestForm() {
    properties.add(result("a", published("eu-west-1", "a", 3), failed("us-east-1", "refused")));

    assertThat(properties.asMap())
        .containsOnlyKeys("lambdaLayer.a.111122223333.eu-west-1.arn", "lambdaLayer.arn.eu-west-1");
  }

  @Test
  void besideAnotherAccountThatFailedInTheRegionThereIsNoShortForm() {
    properties.add(
        result(
            "a",
            publishedBy("arn:aws:iam::111122223333:role/one", "eu-west-1", "a", 3),
            failed("eu-west-1", "the role cannot be taken")));

    assertThat(properties.asMap()).containsOnlyKeys("lambdaLayer.a.111122223333.eu-west-1.arn");
  }

  @Test
  void whatFailedAndThenSucceedsIsOneTarget() {
    properties.add(result("a", failed("eu-west-1", "refused")));
    properties.add(result("a", published("eu-west-1", "a", 3)));

    assertThat(properties.asMap()).containsKey("lambdaLayer.arn");
  }

  @Test
  void areSortedByName() {
    properties.add(result("b", published("us-east-1", "b", 3)));
    properties.add(result("a", published("eu-west-1", "a", 3)));

    assertThat(List.copyOf(properties.asMap().keySet())).isSorted();
  }
}
