package io.github.lambdalayer.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.layer.Audience;
import io.github.lambdalayer.layer.Limits;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class TotalSizeTest {

  private static final FunctionPackage FUNCTION =
      new FunctionPackage("f.jar", List.of(), Set.of(), 1_000);

  private static UsedLayer layer(String name, long bytes) {
    return UsedLayer.undocumented(name + ".zip", bytes, name, new Audience(List.of(), List.of()));
  }

  @Test
  void functionAndLayersMayHaveTogetherWhatLambdaAllows() {
    var layers = List.of(layer("a", 2_000), layer("b", Limits.UNZIPPED_BYTES - 3_000));
    assertThat(new TotalSize(FUNCTION, layers).bytes()).isEqualTo(Limits.UNZIPPED_BYTES);
    assertThat(new TotalSize(FUNCTION, layers).check()).isEmpty();
  }

  @Test
  void refusesAByteMoreAndTellsWhatEachOfThemTakes() {
    var layers = List.of(layer("a", 2_001), layer("b", Limits.UNZIPPED_BYTES - 3_000));
    assertThat(new TotalSize(FUNCTION, layers).check())
        .hasValueSatisfying(
            finding -> {
              assertThat(finding.rule()).isEqualTo(Rule.TOTAL_SIZE);
              assertThat(finding.message())
                  .contains("262,144,001 bytes together", ", 1 more than the 262,144,000")
                  .endsWith(
                      """
                               1,000  f.jar
                         262,141,000  layer b (b.zip)
                               2,001  layer a (a.zip)\
                      """);
            });
  }

  @Test
  void layersThatNoFunctionHasAtOnceDoNotAddUp() {
    var arm = layer("arm", 200_000_000);
    var intel = layer("intel", 210_000_000);
    assertThat(TotalSize.heaviest(FUNCTION, List.of(List.of(arm), List.of(intel))).bytes())
        .isEqualTo(210_001_000);
    assertThat(TotalSize.heaviest(null, List.of(List.of(arm, intel))).check()).isPresent();
  }
}
