package io.github.lambdalayer.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.LayerName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ParameterPathTest {

  private static String of(String path) {
    return new ParameterPath(path).of(new LayerName("libs"), "eu-west-1", "123456789012");
  }

  @ParameterizedTest
  @CsvSource({
    "/layers/{layerName}, /layers/libs",
    "/layers/{layerName}/, /layers/libs",
    "/{account}/{region}/a_b.c-d, /123456789012/eu-west-1/a_b.c-d",
    "/a/b/c/d/e/f/g/h/i/j/k/l/m/n, /a/b/c/d/e/f/g/h/i/j/k/l/m/n"
  })
  void aPathIsNamedForItsLayerRegionAndAccount(String value, String path) {
    assertThat(of(value)).isEqualTo(path);
  }

  @ParameterizedTest
  @CsvSource({
    "layers/{layerName}, write a path of letters",
    "/, write a path of letters",
    "/layers//x, write a path of letters",
    "/layers/my layer, write a path of letters",
    "/layers/über, write a path of letters",
    "/aws/layers, AWS's own",
    "/SSM-layers/x, AWS's own",
    "/a/b/c/d/e/f/g/h/i/j/k/l/m/n/o, 15 levels at most",
    "/layers/{name}, '{name} is not known: there are {layerName}, {region} and {account}'",
    "/layers/${layerName}, no property of that name is set"
  })
  void whatIsNoPathIsRefusedBeforeAnyCall(String value, String reason) {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> new ParameterPath(value))
        .withMessageStartingWith("<ssmParameter> is '" + value)
        .withMessageContaining(reason);
  }

  @Test
  void anArnHas1011CharactersAtMost() {
    String longest = "/" + "x".repeat(930);

    assertThat(of(longest)).isEqualTo(longest);
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> new ParameterPath("/" + "x".repeat(960)))
        .withMessageContaining("1011 characters at most");
  }
}
