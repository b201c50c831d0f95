package io.github.lambdalayer.operate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LayerChangeTest {

  private static String arn(String layer, int version) {
    return "arn:aws:lambda:eu-west-1:111122223333:layer:" + layer + ":" + version;
  }

  @Test
  void anotherVersionOfALayerIsOneChange() {
    assertThat(
            LayerChange.between(
                List.of(arn("a", 1), arn("b", 1)), List.of(arn("a", 2), arn("b", 1))))
        .containsExactly(new LayerChange(arn("a", 1), arn("a", 2)));
  }

  @Test
  void aLayerWhoseNameDiffersInItsEndIsAnotherLayer() {
    List<String> before = List.of(arn("layer-a", 1));
    List<String> after = List.of(arn("layer-b", 1));

    assertThat(LayerChange.between(before, after))
        .containsExactly(
            new LayerChange(arn("layer-a", 1), null), new LayerChange(null, arn("layer-b", 1)));
  }

  @Test
  void whatIsTakenAwayComesBackIntoItsPlace() {
    List<String> before = List.of(arn("a", 1), arn("b", 1), arn("c", 1));
    var layers = new ArrayList<>(List.of(arn("a", 1), arn("c", 2)));

    new LayerChange(arn("b", 1), null).takeBack(layers, before);

    assertThat(layers).containsExactly(arn("a", 1), arn("b", 1), arn("c", 2));
  }

  @Test
  void whatSomebodyElseHasPutThereStays() {
    var layers = new ArrayList<>(List.of(arn("a", 3)));

    new LayerChange(arn("a", 1), arn("a", 2)).takeBack(layers, List.of(arn("a", 1)));
    new LayerChange(arn("a", 1), null).takeBack(layers, List.of(arn("a", 1)));

    assertThat(layers).containsExactly(arn("a", 3));
  }

  @Test
  void whatWasAddedGoesAgain() {
    var layers = new ArrayList<>(List.of(arn("a", 1), arn("b", 1)));

    new LayerChange(null, arn("a", 1)).takeBack(layers, List.of(arn("b", 1)));

    assertThat(layers).containsExactly(arn("b", 1));
  }
}
