package io.github.lambdalayer.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class AudienceTest {

  private static final Audience ALL = new Audience(List.of(), List.of());
  private static final Audience ARM = new Audience(List.of(), List.of("arm64"));
  private static final Audience INTEL = new Audience(List.of(), List.of("x86_64"));
  private static final Audience BOTH = new Audience(List.of(), List.of("arm64", "x86_64"));
  private static final Audience NEW = new Audience(List.of("java21", "java25"), List.of());
  private static final Audience OLD = new Audience(List.of("java17"), List.of());

  @Test
  void layersForOtherArchitecturesOrRuntimesNeverMeet() {
    assertThat(ARM.canMeet(INTEL)).isFalse();
    assertThat(NEW.canMeet(OLD)).isFalse();
    assertThat(new Audience(List.of("java21"), List.of("arm64")).canMeet(INTEL)).isFalse();
  }

  @Test
  void layersWithSomethingInCommonCanMeet() {
    assertThat(BOTH.canMeet(ARM)).isTrue();
    assertThat(NEW.canMeet(new Audience(List.of("java17", "java21"), List.of()))).isTrue();
  }

  @Test
  void whoNamesNoneMeansAll() {
    assertThat(ALL.canMeet(ARM)).isTrue();
    assertThat(OLD.canMeet(ALL)).isTrue();
    assertThat(ALL.includes("java21", "arm64")).isTrue();
  }

  @Test
  void includesAFunctionOfBothKinds() {
    var audience = new Audience(List.of("java21"), List.of("arm64"));

    assertThat(audience.includes("java21", "arm64")).isTrue();
    assertThat(audience.includes("java17", "arm64")).isFalse();
    assertThat(audience.includes("java21", "x86_64")).isFalse();
  }
}
