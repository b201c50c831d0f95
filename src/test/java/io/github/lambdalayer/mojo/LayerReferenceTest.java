package io.github.lambdalayer.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.lambdalayer.layer.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LayerReferenceTest {

  @ParameterizedTest
  @ValueSource(strings = {"g:a:1", "g:a:1:own"})
  void isWrittenAsItWasRead(String text) {
    assertThat(LayerReference.parse(text)).hasToString(text);
  }

  @Test
  void namesTheDocumentOfTheModule() {
    assertThat(LayerReference.parse("g:a:1:own").document()).isEqualTo("g:a:json:lambda-layers:1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "g", "g:a", "g::1", "g:a:1:", "g:a:1:zip:layer"})
  void refusesWhatIsNone(String text) {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> LayerReference.parse(text))
        .withMessageStartingWith("<layers> has '" + text + "': write groupId:artifactId:version");
  }
}
