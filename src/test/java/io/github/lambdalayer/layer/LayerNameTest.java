package io.github.lambdalayer.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LayerNameTest {

  @ParameterizedTest
  @ValueSource(strings = {"a", "My-Layer_2", "0", "-", "_"})
  void takesLettersDigitsHyphensAndUnderscores(String name) {
    assertThat(new LayerName(name)).hasToString(name);
  }

  @Test
  void takes140Characters() {
    String name = "x".repeat(140);

    assertThat(new LayerName(name).value()).isEqualTo(name);
  }

  @Test
  void refuses141Characters() {
    String name = "x".repeat(141);

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> new LayerName(name))
        .withMessageContaining("1 to 140");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "a.b", "a/b", "é", "a\n", "arn:aws:lambda", "a:1"})
  void refusesAnythingElse(String name) {
    assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> new LayerName(name));
  }

  @Test
  void namesTheValueTheRuleAndBothPlacesToMendIt() {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> new LayerName("a b"))
        .withMessage(
            "<layerName> is 'a b': a layer name has 1 to 140 letters, digits, '-' and '_'."
                + " Set <layerName> or -DlambdaLayer.layerName (default: the artifactId).");
  }
}
