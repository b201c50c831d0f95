package io.github.lambdalayer.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.archive.LayerDescriptor;
import io.github.lambdalayer.publish.TargetResult.Status;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** ARNs in Systems Manager. */
abstract class ParameterStories extends Stories {

  private static final String OTHER_REGION = "us-west-2";

  ParameterStories(URI uri) {
    super(uri);
  }

  private PublishResult publish(LayerDescriptor layer, String... regions) {
    return publishing.publish(
        Publishing.Wish.of(layer, regions).with(new Options().parameters("/layers/{layerName}")));
  }

  private String parameter(String region, String last) {
    return publishing.console().parameter(region, "/layers/" + name + "/" + last);
  }

  private String arn(String region, long version) {
    return "arn:aws:lambda:" + region + ":123456789012:layer:" + name + ":" + version;
  }

  @Test
  void eachRegionGetsTheArnOfItsOwnVersion() throws IOException {
    PublishResult result = publish(layer().build(), Publishing.REGION, OTHER_REGION);

    assertThat(result.failures()).isEmpty();
    for (String region : new String[] {Publishing.REGION, OTHER_REGION}) {
      assertThat(parameter(region, "latest")).isEqualTo(arn(region, 1));
      assertThat(parameter(region, "1")).isEqualTo(arn(region, 1));
    }
    assertThat(result.targets().get(0).parameters())
        .containsExactly("/layers/" + name + "/latest", "/layers/" + name + "/1");
  }

  @Test
  void theNextVersionIsTheLatestAndTheEarlierOneKeepsItsNumber() throws IOException {
    publish(layer().build(), Publishing.REGION);
    publish(layer().content("two").build(), Publishing.REGION);

    assertThat(parameter(Publishing.REGION, "latest")).isEqualTo(arn(Publishing.REGION, 2));
    assertThat(parameter(Publishing.REGION, "2")).isEqualTo(arn(Publishing.REGION, 2));
    assertThat(parameter(Publishing.REGION, "1")).isEqualTo(arn(Publishing.REGION, 1));
  }

  @Test
  void whatIsRightIsNotWrittenAgain() throws IOException {
    LayerDescriptor layer = layer().build();
    publish(layer, Publishing.REGION);

    TargetResult again = publish(layer, Publishing.REGION).targets().get(0);

    assertThat(again.status()).isEqualTo(Status.KEPT);
    assertThat(again.parameters()).isEmpty();
  }

  @Test
  void aKeptVersionGetsTheParametersThatAreWantedLater() throws IOException {
    LayerDescriptor layer = layer().build();
    publishing.publish(layer);

    TargetResult again = publish(layer, Publishing.REGION).targets().get(0);

    assertThat(again.status()).isEqualTo(Status.KEPT);
    assertThat(again.parameters()).hasSize(2);
    assertThat(parameter(Publishing.REGION, "latest")).isEqualTo(arn(Publishing.REGION, 1));
  }
}
