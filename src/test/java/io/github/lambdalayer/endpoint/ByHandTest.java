package io.github.lambdalayer.endpoint;

import static io.github.lambdalayer.endpoint.Clients.OWNER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class ByHandTest extends WithEndpoint {

  @Test
  void anotherPublishersVersionTakesANumber() {
    Clients.publish(lambda, "sdk");
    StoredVersion other =
        endpoint.publishByHand(OWNER, REGION, "sdk", Zips.of("b.txt", "b"), "other");

    assertThat(other.version()).isEqualTo(2);
    assertThat(lambda.getLayerVersion(get -> get.layerName("sdk").versionNumber(2L)).description())
        .isEqualTo("other");
    assertThat(endpoint.calls("PublishLayerVersion")).hasSize(1);
  }

  @Test
  void aBadZipIsRefusedByHandToo() {
    assertThatThrownBy(() -> endpoint.publishByHand(OWNER, REGION, "sdk", new byte[] {1}, ""))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aVersionDeletedByHandIsGone() {
    Clients.publish(lambda, "sdk");
    endpoint.deleteVersion(OWNER, REGION, "sdk", 1);

    assertThat(lambda.listLayerVersions(list -> list.layerName("sdk")).layerVersions()).isEmpty();
    assertThatThrownBy(() -> endpoint.deleteVersion(OWNER, REGION, "sdk", 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
