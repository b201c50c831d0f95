package io.github.lambdalayer.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.archive.LayerDescriptor;
import io.github.lambdalayer.aws.LiveVersion;
import io.github.lambdalayer.endpoint.StrictLambdaEndpoint;
import io.github.lambdalayer.layer.LayerName;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LiveLayerTest extends OnStrictEndpoint {

  private static final String ACCOUNT = StrictLambdaEndpoint.DEFAULT_ACCOUNT;
  private static final String PADDING = Padding.of(new LayerName(NAME)).description();

  private LiveLayer read() {
    return publishing.live(NAME, Publishing.REGION);
  }

  private static Optional<Long> number(LiveLayer live) {
    return live.newest().map(LiveVersion::arn).map(arn -> arn.version());
  }

  private void publishByHand(String description) throws IOException {
    byte[] zip = Files.readAllBytes(layer().build().zip().file());
    aws.publishByHand(ACCOUNT, Publishing.REGION, NAME, zip, description);
  }

  @Test
  void aLayerThatWasNeverPublishedHasNothing() {
    assertThat(read()).isEqualTo(new LiveLayer(Optional.empty(), 0, List.of()));
  }

  @Test
  void theNewestIsThatOfTheHighestNumber() throws IOException {
    publishByHand("one");
    publishByHand("two");

    assertThat(number(read())).contains(2L);
    assertThat(read().highest()).isEqualTo(2);
    assertThat(read().padding()).isEmpty();
  }

  @Test
  void paddingIsNoContent() throws IOException {
    publishByHand("one");
    publishing.console().pad(NAME, Publishing.REGION);
    publishing.console().pad(NAME, Publishing.REGION);

    assertThat(number(read())).contains(1L);
    assertThat(read().highest()).isEqualTo(3);
    assertThat(read().padding()).containsExactly(3L, 2L);
  }

  @Test
  void contentIsFoundBelowMorePaddingThanAPageHolds() throws IOException {
    publishByHand("one");
    byte[] zip = Files.readAllBytes(Padding.write(folder));
    for (int i = 0; i < 60; i++) {
      aws.publishByHand(ACCOUNT, Publishing.REGION, NAME, zip, PADDING);
    }

    assertThat(number(read())).contains(1L);
    assertThat(read().padding()).hasSize(60);
  }

  @Test
  void whatOnlyCallsItselfPaddingIsContent() throws IOException {
    publishByHand(PADDING);

    assertThat(number(read())).contains(1L);
    assertThat(read().padding()).isEmpty();
  }

  @Test
  void aVersionThatOnlyCallsItselfPaddingIsNotDeleted() throws IOException {
    publishByHand(PADDING);
    LayerDescriptor changed = layer().content("two").build();

    publishing.publish(
        Publishing.Wish.of(changed, Publishing.REGION, "us-east-1")
            .with(new Options().alignVersions()));

    assertThat(publishing.console().numbers(NAME, Publishing.REGION)).containsExactly(1L, 2L);
    assertThat(publishing.console().numbers(NAME, "us-east-1")).containsExactly(2L);
  }
}
