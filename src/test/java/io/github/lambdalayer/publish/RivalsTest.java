package io.github.lambdalayer.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdalayer.archive.LayerDescriptor;
import io.github.lambdalayer.endpoint.Fault;
import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.publish.Publishing.Wish;
import io.github.lambdalayer.publish.TargetResult.Status;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What two executions or two modules ask for together. */
class RivalsTest extends OnStrictEndpoint {

  @Test
  void theSameLayerTwiceIsPublishedOnce() throws IOException {
    LayerDescriptor layer = layer().permissions("public").build();

    List<PublishResult> results =
        publishing.publishAll(
            List.of(
                Wish.of(layer, "eu-west-1", "us-east-1"),
                Wish.of(layer, "us-east-1", "eu-west-1")));

    assertThat(results.get(0).targets())
        .extracting(TargetResult::status)
        .containsOnly(Status.PUBLISHED);
    assertThat(results.get(1).targets()).extracting(TargetResult::status).containsOnly(Status.KEPT);
    assertThat(aws.calls("PublishLayerVersion")).hasSize(2);
  }

  @Test
  void twoContentsOfOneNameAreRefused() throws IOException {
    LayerDescriptor one = layer().build();
    LayerDescriptor other = new BuiltLayer(folder.resolve("other"), NAME).content("two").build();

    assertThatThrownBy(
            () ->
                publishing.publishAll(
                    List.of(Wish.of(one, "eu-west-1"), Wish.of(other, "eu-west-1"))))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("<layerName> is 'my-layer' for");
    assertThat(aws.calls("PublishLayerVersion")).isEmpty();
  }

  @Test
  void whatWasPublishedIsToldThoughTheSecondRequestCannotBeExaminedAnyMore() throws IOException {
    LayerDescriptor layer = layer().build();
    // Both are examined first, and the second once more when its turn comes.
    aws.faults(
        (operation, account, region, index) ->
            operation.equals("ListLayerVersions") && index == 2
                ? Optional.of(Fault.EXPIRED_TOKEN)
                : Optional.empty());

    List<PublishResult> results =
        publishing.publishAll(List.of(Wish.of(layer, "eu-west-1"), Wish.of(layer, "eu-west-1")));

    assertThat(results)
        .extracting(result -> result.targets().get(0).status())
        .containsExactly(Status.PUBLISHED, Status.FAILED);
  }
}
