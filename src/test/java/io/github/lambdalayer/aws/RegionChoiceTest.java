package io.github.lambdalayer.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.lambdalayer.layer.InvalidInputException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RegionChoiceTest {

  private static RegionChoice choice(List<String> regions, String... excluded) {
    return new RegionChoice(regions, List.of(excluded), false);
  }

  private static void refused(String message, List<String> regions, String... excluded) {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> choice(regions, excluded))
        .withMessageContaining(message);
  }

  @Test
  void eachRegionCountsOnce() {
    assertThat(choice(List.of("eu-west-1", "us-east-1", "eu-west-1")).named())
        .containsExactly("eu-west-1", "us-east-1");
  }

  @Test
  void excludedRegionsAreLeftOut() {
    assertThat(choice(List.of("eu-west-1", "us-east-1"), "eu-west-1").named())
        .containsExactly("us-east-1");
  }

  @Test
  void whatIsNoRegionIsRefused() {
    refused("<regions> has 'Ireland', which is no region's code", List.of("Ireland"));
    refused("<regions> has 'eu-west-9', and no such region is known", List.of("eu-west-9"));
    refused("<excludeRegions> has 'x'", List.of("all"), "x");
  }

  @Test
  void aRegionNewerThanThisReleasePassesWhereThatIsAllowed() {
    assertThat(new RegionChoice(List.of("eu-west-9"), List.of(), true).named())
        .containsExactly("eu-west-9");
  }

  @Test
  void allStandsAlone() {
    refused("write all alone, or name regions", List.of("all", "eu-west-1"));
    assertThat(choice(List.of("all")).isAll()).isTrue();
    assertThat(choice(List.of("all")).hint()).isEmpty();
    assertThat(choice(List.of("eu-west-1")).hint()).contains("eu-west-1");
  }

  @Test
  void excludingWhatIsNotMeantIsRefused() {
    refused("which <regions> does not name", List.of("eu-west-1"), "us-east-1");
    refused("which <regions> does not name", List.of(), "us-east-1");
  }

  @Test
  void excludingEverythingIsRefused() {
    refused("leaves no region", List.of("eu-west-1"), "eu-west-1");
  }

  @Test
  void enabledRegionsAreSortedAndUnknownOnesSetApart() {
    var enabled =
        choice(List.of("all"), "us-west-2")
            .among(List.of("us-west-2", "us-east-1", "xx-new-1", "eu-west-1"));

    assertThat(enabled.chosen()).containsExactly("eu-west-1", "us-east-1");
    assertThat(enabled.unknown()).containsExactly("xx-new-1");
  }

  @Test
  void anEnabledRegionNewerThanThisReleaseCanBeExcluded() {
    var enabled = choice(List.of("all"), "xx-new-1").among(List.of("us-east-1", "xx-new-1"));

    assertThat(enabled.chosen()).containsExactly("us-east-1");
    assertThat(enabled.unknown()).isEmpty();
  }

  @Test
  void excludingWhatIsNeitherKnownNorEnabledIsRefused() {
    RegionChoice mistyped = choice(List.of("all"), "eu-west-9");

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> mistyped.among(List.of("eu-west-1")))
        .withMessageContaining("<excludeRegions> has 'eu-west-9', and no such region is known");
  }
}
