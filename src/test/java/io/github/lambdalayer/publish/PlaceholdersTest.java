package io.github.lambdalayer.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.lambdalayer.layer.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PlaceholdersTest {

  private static String bucket(String value) {
    return Placeholders.bucket(value, "eu-west-1", "123456789012");
  }

  @ParameterizedTest
  @CsvSource({
    "layers, layers",
    "layers-{region}, layers-eu-west-1",
    "{account}.layers.{region}.{region}, 123456789012.layers.eu-west-1.eu-west-1"
  })
  void aBucketIsNamedForItsRegionAndAccount(String value, String bucket) {
    assertThat(bucket(value)).isEqualTo(bucket);
  }

  @Test
  void theAccountIsAskedForOnlyWhereItIsNeeded() {
    assertThat(Placeholders.needAccount("layers-{account}")).isTrue();
    assertThat(Placeholders.needAccount("layers-{region}")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"layers-{Region}, {Region}", "layers-{}, {}", "{stage}-{region}, {stage}"})
  void anUnknownPlaceholderIsRefused(String value, String placeholder) {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> bucket(value))
        .withMessage(
            "<bucket> is '%s', and %s is not known: there are {region} and {account}.",
            value, placeholder);
  }

  @Test
  void aPropertyThatMavenDidNotKnowIsRefused() {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> bucket("layers-${region}"))
        .withMessageStartingWith("<bucket> is 'layers-${region}': no property of that name is set.")
        .withMessageContaining("write {region} and {account}, without a dollar sign");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ab",
        "Layers",
        "my_layers",
        "-layers",
        "layers-",
        "lay..ers",
        "lay.-ers",
        "192.168.0.1",
        "s3://layers",
        "layers/java",
        "arn:aws:s3:::layers",
        "{region",
        "a23456789-123456789-123456789-123456789-123456789-123456789-1234"
      })
  void whatIsNoBucketsNameIsRefused(String value) {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> bucket(value))
        .withMessageStartingWith("<bucket> is '" + value + "', which is no bucket's name");
  }

  @Test
  void aNameThatIsTooLongOnlyInItsRegionIsShownAsItIsThere() {
    String value = "a23456789-123456789-123456789-123456789-123456789-123456-{region}";

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> bucket(value))
        .withMessageContaining("so '" + value.replace("{region}", "eu-west-1") + "'");
  }
}
