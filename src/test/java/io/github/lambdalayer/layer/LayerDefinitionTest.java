package io.github.lambdalayer.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class LayerDefinitionTest {

  private static LayerDefinition described(String description) {
    return new LayerDefinition(
        new LayerName("my-layer"), description, null, List.of(), false, List.of(), List.of());
  }

  private static LayerDefinition licensed(String licenseInfo) {
    return new LayerDefinition(
        new LayerName("my-layer"), "", licenseInfo, List.of(), false, List.of(), List.of());
  }

  private static LayerDefinition with(
      List<LambdaRuntime> runtimes,
      List<Architecture> architectures,
      List<Permission> permissions) {
    return new LayerDefinition(
        new LayerName("my-layer"), "", null, runtimes, true, architectures, permissions);
  }

  private static List<LambdaRuntime> runtimes(int count) {
    return IntStream.range(0, count).mapToObj(i -> new LambdaRuntime("java" + (30 + i))).toList();
  }

  @Test
  void takesADescriptionOf256Characters() {
    assertThat(described("d".repeat(256)).description()).hasSize(256);
  }

  @Test
  void refusesADescriptionOf257Characters() {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> described("d".repeat(257)))
        .withMessage(
            "<description> has 257 characters ('"
                + "d".repeat(40)
                + "…'): Lambda takes at most 256. Shorten it, or set"
                + " -DlambdaLayer.description.");
  }

  @Test
  void countsCharactersNotUtf16Units() {
    assertThat(described("😀".repeat(256)).description()).hasSize(512);
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> described("😀".repeat(257)))
        .withMessageContaining("257 characters ('" + "😀".repeat(40) + "…')");
  }

  @Test
  void takesALicenceOf512Characters() {
    assertThat(licensed("l".repeat(512)).licenseInfo()).hasSize(512);
  }

  @Test
  void refusesALicenceOf513Characters() {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> licensed("l".repeat(513)))
        .withMessageStartingWith("<licenseInfo> has 513 characters")
        .withMessageContaining("Lambda takes at most 512")
        .withMessageContaining("-DlambdaLayer.licenseInfo");
  }

  @Test
  void takes15Runtimes() {
    assertThat(with(runtimes(15), List.of(), List.of()).compatibleRuntimes()).hasSize(15);
  }

  @Test
  void refuses16Runtimes() {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> with(runtimes(16), List.of(), List.of()))
        .withMessageStartingWith("<compatibleRuntimes> has 16 runtimes ([java30, java31,")
        .withMessageEndingWith("Lambda takes at most 15. Leave some out.");
  }

  @Test
  void refusesARuntimeNamedTwice() {
    var java21 = new LambdaRuntime("java21");

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> with(List.of(java21, java21), List.of(), List.of()))
        .withMessage("<compatibleRuntimes> names 'java21' twice. Leave one out.");
  }

  @Test
  void refusesAnArchitectureNamedTwice() {
    var arm = Architecture.ARM64;

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> with(List.of(), List.of(arm, arm), List.of()))
        .withMessage("<compatibleArchitectures> names 'arm64' twice. Leave one out.");
  }

  @Test
  void refusesAPermissionNamedTwice() {
    var account = Permission.parse("account:111122223333");

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> with(List.of(), List.of(), List.of(account, account)))
        .withMessage("<permissions> names 'account:111122223333' twice. Leave one out.");
  }

  @Test
  void derivedRuntimesAreNotConfiguredOnes() {
    var definition = with(runtimes(1), List.of(Architecture.ARM64), List.of());

    var derived = definition.withDerivedRuntimes(runtimes(2));

    assertThat(derived.compatibleRuntimes()).hasSize(2);
    assertThat(derived.runtimesConfigured()).isFalse();
    assertThat(derived.compatibleArchitectures()).containsExactly(Architecture.ARM64);
  }

  @Test
  void permissionsCanBeReplaced() {
    var definition = with(runtimes(1), List.of(), List.of(Permission.parse("public")));

    var replaced = definition.withPermissions(List.of());

    assertThat(replaced).isEqualTo(with(runtimes(1), List.of(), List.of()));
  }
}
