package io.github.lambdalayer.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.archive.LayerDescriptor;
import io.github.lambdalayer.publish.TargetResult.Status;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One number for a version in all its regions. */
abstract class AlignmentStories extends Stories {

  private static final String ONE = "eu-west-1";
  private static final String TWO = "us-west-2";
  private static final String THREE = "ap-south-1";

  AlignmentStories(URI uri) {
    super(uri);
  }

  private PublishResult align(LayerDescriptor layer, String... regions) {
    return publishing.publish(
        Publishing.Wish.of(layer, regions).with(new Options().alignVersions()));
  }

  private static List<Long> numbers(PublishResult result) {
    return result.targets().stream()
        .map(target -> target.version().orElseThrow().arn().version())
        .toList();
  }

  private List<Long> live(String region) {
    return publishing.console().numbers(name, region);
  }

  /** Versions 1 to 3 in the first region, and 1 in the second. */
  private void threeHereAndOneThere() throws IOException {
    for (String content : List.of("1", "2", "3")) {
      publishing.publish(Publishing.Wish.of(layer().content(content).build(), ONE));
    }
    publishing.publish(Publishing.Wish.of(layer().content("1").build(), TWO));
  }

  @Test
  void regionsThatAreBehindGetTheSameNumber() throws IOException {
    threeHereAndOneThere();

    PublishResult result =
        align(layer().content("new").permissions("public").build(), ONE, TWO, THREE);

    assertThat(result.failures()).isEmpty();
    assertThat(numbers(result)).containsExactly(4L, 4L, 4L);
    assertThat(live(ONE)).containsExactly(1L, 2L, 3L, 4L);
    assertThat(live(TWO)).containsExactly(1L, 4L);
    assertThat(live(THREE)).containsExactly(4L);
    assertThat(publishing.console().grants(name, THREE, 4)).containsExactly("public");
  }

  @Test
  void anUnchangedRunKeepsTheNumber() throws IOException {
    threeHereAndOneThere();
    LayerDescriptor layer = layer().content("new").build();
    align(layer, ONE, TWO, THREE);

    PublishResult again = align(layer, ONE, TWO, THREE);

    assertThat(again.targets()).extracting(TargetResult::status).containsOnly(Status.KEPT);
    assertThat(numbers(again)).containsExactly(4L, 4L, 4L);
  }

  @Test
  void aNewRegionReachesTheNumberThatTheOthersKeep() throws IOException {
    for (String content : List.of("1", "2", "3")) {
      publishing.publish(Publishing.Wish.of(layer().content(content).build(), ONE));
    }

    PublishResult result = align(layer().content("3").build(), ONE, TWO);

    assertThat(result.targets())
        .extracting(TargetResult::status)
        .containsExactly(Status.KEPT, Status.PUBLISHED);
    assertThat(numbers(result)).containsExactly(3L, 3L);
    assertThat(live(TWO)).containsExactly(3L);
  }

  @Test
  void aKeptVersionStaysWhereAnotherRegionIsAheadAndThatIsTold() throws IOException {
    threeHereAndOneThere();

    PublishResult result = align(layer().content("1").build(), ONE, TWO);

    assertThat(numbers(result)).containsExactly(4L, 1L);
    assertThat(publishing.progress)
        .anyMatch(line -> line.contains("has not the same number everywhere"));
  }

  @Test
  void aNumberThatWasDeletedByHandIsNoObstacle() throws IOException {
    threeHereAndOneThere();
    publishing.console().delete(name, ONE, 3);
    publishing.console().delete(name, ONE, 2);

    PublishResult result = align(layer().content("new").build(), ONE, TWO);

    assertThat(result.failures()).isEmpty();
    assertThat(numbers(result)).containsExactly(4L, 4L);
    assertThat(live(ONE)).containsExactly(1L, 4L);
    assertThat(live(TWO)).containsExactly(1L, 4L);
  }

  @Test
  void aLayerThatWasDeletedAltogetherGoesOnCounting() throws IOException {
    threeHereAndOneThere();
    for (long number = 1; number <= 3; number++) {
      publishing.console().delete(name, ONE, number);
    }

    PublishResult result = align(layer().content("new").build(), ONE, TWO, THREE);

    assertThat(result.failures()).isEmpty();
    assertThat(numbers(result).stream().distinct()).hasSize(1);
    long number = numbers(result).get(0);
    assertThat(live(ONE)).containsExactly(number);
    assertThat(live(TWO)).containsExactly(1L, number);
    assertThat(live(THREE)).containsExactly(number);
  }

  @Test
  void aRunThatDiedAfterPaddingIsMended() throws IOException {
    threeHereAndOneThere();
    publishing.console().pad(name, TWO);
    publishing.console().pad(name, TWO);
    publishing.console().pad(name, THREE);

    PublishResult result = align(layer().content("new").build(), ONE, TWO, THREE);

    assertThat(numbers(result)).containsExactly(4L, 4L, 4L);
    assertThat(live(TWO)).containsExactly(1L, 4L);
    assertThat(live(THREE)).containsExactly(4L);
  }

  @Test
  void paddingIsNeverTakenForContent() throws IOException {
    LayerDescriptor layer = layer().build();
    publishing.publish(layer);
    publishing.console().pad(name, ONE);

    PublishResult kept = align(layer, ONE);

    assertThat(kept.targets()).extracting(TargetResult::status).containsExactly(Status.KEPT);
    assertThat(numbers(kept)).containsExactly(1L);
    assertThat(live(ONE)).containsExactly(1L);
  }

  @Test
  void aRunThatDoesNotAlignLooksBelowPaddingToo() throws IOException {
    LayerDescriptor layer = layer().build();
    publishing.publish(layer);
    publishing.console().pad(name, ONE);

    assertThat(publishing.publish(layer).status()).isEqualTo(Status.KEPT);
    assertThat(publishing.publish(layer().content("two").build()).status())
        .isEqualTo(Status.PUBLISHED);
    assertThat(live(ONE)).startsWith(1L).endsWith(3L);
  }

  @Test
  void severalLayersAreAlignedEachForItself() throws IOException {
    threeHereAndOneThere();
    LayerDescriptor other = layer(name + "-other").build();
    var options = new Options().alignVersions();

    List<PublishResult> results =
        publishing.publishAll(
            List.of(
                Publishing.Wish.of(layer().content("new").build(), ONE, TWO).with(options),
                Publishing.Wish.of(other, ONE, TWO).with(options)));

    assertThat(numbers(results.get(0))).containsExactly(4L, 4L);
    assertThat(numbers(results.get(1))).containsExactly(1L, 1L);
  }
}
