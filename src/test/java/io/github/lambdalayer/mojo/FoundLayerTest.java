package io.github.lambdalayer.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.layer.Audience;
import io.github.lambdalayer.lint.UsedLayer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FoundLayerTest {

  private final List<String> told = new ArrayList<>();

  private static FoundLayer found(String origin, String digest) {
    var layer = UsedLayer.undocumented(origin, 1, "shared", new Audience(List.of(), List.of()));
    return new FoundLayer(layer, null, Path.of(origin), digest);
  }

  @Test
  void whatIsTheSameZipIsOneLayer() {
    FoundLayer module = found("module", "a");
    FoundLayer other = found("other.zip", "b");

    assertThat(FoundLayer.distinct(List.of(module, other, found("shared.zip", "a")), told::add))
        .containsExactly(module, other);
    assertThat(told)
        .singleElement()
        .asString()
        .startsWith("The same zip, and one layer: ")
        .contains("module", "shared.zip");
  }

  @Test
  void thoseOfWhichTheDigestIsNotKnownAreSeveral() {
    List<FoundLayer> layers = List.of(found("a", ""), found("b", ""));

    assertThat(FoundLayer.distinct(layers, told::add)).isEqualTo(layers);
    assertThat(told).isEmpty();
  }
}
