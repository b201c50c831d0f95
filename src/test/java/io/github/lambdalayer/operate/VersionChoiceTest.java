package io.github.lambdalayer.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.lambdalayer.layer.InvalidInputException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class VersionChoiceTest {

  private static VersionChoice choice(String items) {
    return VersionChoice.parse(Arrays.asList(items.split(",", -1)));
  }

  @Test
  void oneNumberIsThatOfEveryRegion() {
    assertThat(choice("11").in("eu-west-1")).hasValue(11);
    assertThat(choice("11").isNewest()).isFalse();
  }

  @Test
  void regionsHaveTheirOwn() {
    var choice = choice("eu-west-1=11,us-east-1=7");

    assertThat(choice.in("us-east-1")).hasValue(7);
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> choice.in("eu-north-1"))
        .withMessageContaining("add eu-north-1=NUMBER");
  }

  @Test
  void aRegionInWhichNothingIsDoneIsASlipOfThePen() {
    var choice = choice("eu-west-1=11,us-esat-1=7");

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> choice.refuseOthers(List.of("us-east-1", "eu-west-1")))
        .withMessageStartingWith(
            "<version> names us-esat-1, and functions are looked for in eu-west-1 and us-east-1.");
    choice.refuseOthers(List.of("eu-west-1", "us-esat-1", "us-east-1"));
    choice("11").refuseOthers(List.of());
  }

  @Test
  void nothingIsTheNewestAndNoneIsNone() {
    assertThat(VersionChoice.parse(List.of()).isNewest()).isTrue();
    assertThat(VersionChoice.parse(List.of()).in("eu-west-1")).isEmpty();
    assertThat(choice("none").isNone()).isTrue();
    assertThat(choice("none").isNewest()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "newest", "11,12", "eu-west-1:11", "eu-west-1=1,eu-west-1=2"})
  void whatIsNoneOfTheseIsRefused(String text) {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> choice(text))
        .withMessageStartingWith("<version> is '" + text + "'");
  }
}
