package io.github.lambdalayer.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.lambdalayer.aws.RegionChoice;
import io.github.lambdalayer.layer.InvalidInputException;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ParametersTest {

  @Test
  void aListHasTheItemsThatSaySomething() {
    assertThat(Parameters.list(Arrays.asList(" a ", null, "", " ", "b\n")))
        .containsExactly("a", "b");
  }

  @Test
  void aListThatNobodySetIsEmpty() {
    assertThat(Parameters.list(null)).isEmpty();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "  ", "\n"})
  void aTextThatSaysNothingIsNone(String value) {
    assertThat(Parameters.text(value)).isNull();
  }

  @Test
  void aTextIsTrimmed() {
    assertThat(Parameters.text("\n  text with blanks ")).isEqualTo("text with blanks");
  }

  @Test
  void regionsKeepTheirOrderAndCountOnce() {
    assertThat(
            new RegionChoice(List.of("us-east-1", "eu-west-1", "us-east-1"), List.of(), false)
                .regions())
        .containsExactly("us-east-1", "eu-west-1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ALL", "EU-WEST-1", "eu_west_1", "Frankfurt", "${region}"})
  void refusesWhatIsNoRegionsCode(String region) {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> new RegionChoice(List.of(region), List.of(), true).regions())
        .withMessageStartingWith("<regions> has '" + region + "', which is no region's code.")
        .withMessageContaining("eu-west-1");
  }

  @Test
  void refusesAnUnknownRegionAndShowsThoseAlike() {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> new RegionChoice(List.of("eu-west-99"), List.of(), false).regions())
        .withMessageStartingWith("<regions> has 'eu-west-99', and no such region is known; ")
        .withMessageContaining("eu-west-1, eu-west-2")
        .withMessageContaining("-DlambdaLayer.allowUnknownRegions");
  }

  @Test
  void takesAnUnknownRegionWhereThatIsAllowed() {
    assertThat(new RegionChoice(List.of("eu-west-99"), List.of(), true).regions())
        .containsExactly("eu-west-99");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:4566",
        "https://lambda.eu-west-1.amazonaws.com",
        "http://[::1]:1/p"
      })
  void anEndpointIsAnHttpUrl(String url) {
    assertThat(Parameters.endpoint(" " + url)).isEqualTo(URI.create(url));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " "})
  void anEndpointThatNobodySetIsNone(String url) {
    assertThat(Parameters.endpoint(url)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"127.0.0.1:4566", "localhost", "ftp://host", "http://", "http:// host", "/path"})
  void refusesAnyOtherEndpoint(String url) {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> Parameters.endpoint(url))
        .withMessageStartingWith(
            "<endpoint> is '" + url + "': write a URL such as http://127.0.0.1");
  }

  @Test
  void aFlagIsTrueOrFalseAndNoSlipOfThePen() {
    assertThat(Parameters.flag("keepGranted", " TRUE")).isTrue();
    assertThat(Parameters.flag("keepGranted", "false")).isFalse();
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> Parameters.flag("keepGranted", "ture"))
        .withMessage("<keepGranted> is 'ture': write true or false.");
  }
}
