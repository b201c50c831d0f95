package io.github.lambdalayer.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.lambdalayer.aws.LambdaLayers.Listed;
import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.LayerVersionArn;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class VersionSetTest {

  private static List<VersionFacts> live(long... numbers) {
    return LongStream.of(numbers).mapToObj(number -> facts(number, number == 9)).toList();
  }

  private static VersionFacts facts(long number, boolean isPadding) {
    var arn = LayerVersionArn.parse("arn:aws:lambda:eu-west-1:123456789012:layer:x:" + number);
    var listed = new Listed(arn, "", null, List.of(), List.of());
    return new VersionFacts(listed, isPadding, List.of(), null);
  }

  private static VersionSet set(String text) {
    return VersionSet.parse(Arrays.asList(text.split(",", -1)));
  }

  @Test
  void numbersAndRangesAreThoseOfThemThatAreLive() {
    List<VersionFacts> live = live(8, 7, 5, 3, 1);

    assertThat(set("3, 5-8,4,100").of(live))
        .extracting(VersionFacts::number)
        .containsExactly(8L, 7L, 5L, 3L);
    assertThat(set("3, 5-8,4,100").missing(live)).containsExactly(4L, 100L);
  }

  @Test
  void theNewestAndAllAreThoseWithContent() {
    assertThat(VersionSet.NEWEST.of(live(9, 8, 7)))
        .extracting(VersionFacts::number)
        .containsExactly(8L);
    assertThat(VersionSet.ALL.of(live(9, 8, 7)))
        .extracting(VersionFacts::number)
        .containsExactly(8L, 7L);
    assertThat(VersionSet.NEWEST.of(List.of())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-3", "5-3", "3-", "x", "newest", "1..4", "99999999999999999999"})
  void whatIsNoNumberIsRefused(String item) {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> VersionSet.numbers(List.of("1", item)))
        .withMessage(
            "<versions> has '"
                + item
                + "': write numbers from 1 and ranges of them, such as 3,5-8.");
  }

  @Test
  void noVersionIsRefused() {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> VersionSet.numbers(List.of()))
        .withMessageContaining("-DlambdaLayer.versions=3,5-8");
  }

  @Test
  void numbersAreSaidAsRanges() {
    assertThat(NumberRanges.said(List.of(8L, 1L, 2L, 3L, 5L, 7L))).isEqualTo("1-3, 5, 7-8");
    assertThat(NumberRanges.said(List.of(4L))).isEqualTo("4");
    assertThat(NumberRanges.said(List.of())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"30d, PT720H", "2w, PT336H", "12h, PT12H", "P30D, PT720H", "PT90M, PT90M"})
  void agesAreReadAsPeopleWriteThem(String text, Duration age) {
    assertThat(Ages.parse("keepYounger", text)).isEqualTo(age);
  }

  @Test
  void anAgeThatIsNoneIsRefused() {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> Ages.parse("keepYounger", "a month"))
        .withMessage("<keepYounger> is 'a month': write an age such as 30d, 4w, 12h or P30D.");
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> Ages.parse("keepYounger", "0d"))
        .withMessage("<keepYounger> is '0d': write an age such as 30d or P30D, more than nothing.");
  }
}
