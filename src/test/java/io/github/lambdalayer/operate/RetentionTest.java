package io.github.lambdalayer.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.lambdalayer.aws.LambdaLayers.Listed;
import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.LayerVersionArn;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class RetentionTest {

  private static final Instant NOW = Instant.parse("2026-06-30T00:00:00Z");

  /** A version that was made so many days ago. */
  private static VersionFacts version(long number, int days) {
    return version(number, NOW.minus(Duration.ofDays(days)), List.of(), List.of());
  }

  private static VersionFacts version(
      long number,
      @Nullable Instant created,
      @Nullable List<String> users,
      @Nullable List<String> grants) {
    return new VersionFacts(listed(number, created), false, users, grants);
  }

  private static Listed listed(long number, @Nullable Instant created) {
    return new Listed(
        LayerVersionArn.parse("arn:aws:lambda:eu-west-1:123456789012:layer:my-layer:" + number),
        "",
        created,
        List.of(),
        List.of());
  }

  private static Retention keep(int newest) {
    return new Retention(newest, null, true, false);
  }

  private static List<Long> deleted(Retention rule, VersionFacts... live) {
    return rule.decide(List.of(live), NOW).stream()
        .filter(Verdict::isDeleted)
        .map(verdict -> verdict.version().number())
        .toList();
  }

  private static String reason(Retention rule, long number, VersionFacts... live) {
    return rule.decide(List.of(live), NOW).stream()
        .filter(verdict -> verdict.version().number() == number)
        .map(Verdict::reason)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void nothingIsDeletedOfNothing() {
    assertThat(keep(1).decide(List.of(), NOW)).isEmpty();
  }

  @Test
  void theNewestOnesStayWhateverTheirNumbers() {
    assertThat(deleted(keep(2), version(90, 1), version(40, 2), version(7, 3), version(6, 4)))
        .containsExactly(7L, 6L);
  }

  @Test
  void theNewestStaysHoweverOldItIs() {
    var rule = new Retention(1, Duration.ofDays(30), true, true);

    assertThat(deleted(rule, version(2, 900), version(1, 901))).containsExactly(1L);
    assertThat(reason(rule, 2, version(2, 900), version(1, 901))).isEqualTo("the newest");
  }

  @Test
  void whatEitherRuleKeepsStays() {
    var rule = new Retention(2, Duration.ofDays(30), true, false);

    assertThat(
            deleted(
                rule,
                version(5, 1),
                version(4, 50),
                version(3, 29),
                version(2, 30),
                version(1, 31)))
        .containsExactly(2L, 1L);
  }

  @Test
  void whatIsOfUnknownAgeIsNotOld() {
    var rule = new Retention(1, Duration.ofDays(30), true, false);
    VersionFacts unknown = version(1, null, List.of(), List.of());

    assertThat(deleted(rule, version(2, 1), unknown)).isEmpty();
    assertThat(reason(rule, 1, version(2, 1), unknown)).isEqualTo("its age is not known");
    assertThat(deleted(keep(1), version(2, 1), unknown)).containsExactly(1L);
  }

  @Test
  void whatAFunctionUsesStaysUnlessForced() {
    VersionFacts used = version(1, NOW, List.of("a", "b:3", "c", "d", "e"), List.of());

    assertThat(deleted(keep(1), version(2, 1), used)).isEmpty();
    assertThat(reason(keep(1), 1, version(2, 1), used)).isEqualTo("used by a, b:3, c and 2 more");
    var forced = new Retention(1, null, true, true);
    assertThat(deleted(forced, version(2, 1), used)).containsExactly(1L);
    assertThat(reason(forced, 1, version(2, 1), used))
        .isEqualTo("not the newest, though used by a, b:3, c and 2 more");
  }

  @Test
  void whatOthersWereGrantedStaysUnlessThatRuleIsOff() {
    VersionFacts granted = version(1, NOW, List.of(), List.of("account:111122223333"));

    assertThat(deleted(keep(1), version(2, 1), granted)).isEmpty();
    assertThat(reason(keep(1), 1, version(2, 1), granted))
        .isEqualTo("granted to account:111122223333");
    assertThat(keep(1).decide(List.of(version(2, 1), granted), NOW))
        .as("of which only for the grants")
        .extracting(Verdict::isForGrants)
        .containsExactly(false, true);
    assertThat(keep(2).decide(List.of(version(2, 1), granted), NOW))
        .extracting(Verdict::isForGrants)
        .containsOnly(false);
    assertThat(deleted(new Retention(1, null, false, false), version(2, 1), granted))
        .containsExactly(1L);
  }

  @Test
  void grantsThatWereNotReadKeepNothing() {
    assertThat(deleted(keep(1), version(2, 1), version(1, NOW, List.of(), null)))
        .containsExactly(1L);
  }

  @Test
  void paddingGoesAndDoesNotCountButStaysAboveAllContent() {
    var below = new VersionFacts(listed(3, NOW), true, List.of(), null);
    var above = new VersionFacts(listed(5, NOW), true, List.of(), null);

    assertThat(deleted(keep(2), above, version(4, 1), below, version(2, 1), version(1, 1)))
        .containsExactly(3L, 1L);
  }

  @Test
  void keepingNothingIsRefused() {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> keep(0))
        .withMessage("<keep> is '0': write how many of the newest versions stay, 1 or more.");
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> new Retention(1, Duration.ZERO, true, false))
        .withMessageContaining("<keepYounger> is 'PT0S'");
  }
}
