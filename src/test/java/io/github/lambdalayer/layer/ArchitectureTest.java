package io.github.lambdalayer.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ArchitectureTest {

  @ParameterizedTest
  @EnumSource
  void isWrittenAsItIsRead(Architecture architecture) {
    assertThat(Architecture.parse(architecture.toString())).isSameAs(architecture);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x86-64", "X86_64", "ARM64", "aarch64", "amd64"})
  void refusesWhatLambdaDoesNotKnowAndNamesWhatItDoes(String id) {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> Architecture.parse(id))
        .withMessage("<compatibleArchitectures> has '" + id + "': Lambda knows x86_64 and arm64.");
  }
}
