package io.github.lambdalayer.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.layer.LayerDefinition;
import io.github.lambdalayer.layer.LayerName;
import io.github.lambdalayer.layer.PublishBody;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyStreamTest {

  @TempDir Path folder;

  private byte[] expected(PublishBody body, byte[] zip) throws IOException {
    var bytes = new ByteArrayOutputStream();
    bytes.write(body.prefix());
    bytes.write(Base64.getEncoder().encode(zip));
    bytes.write(body.suffix());
    return bytes.toByteArray();
  }

  /** Lengths on both sides of the blocks' bounds. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 3_071, 3_072, 3_073, 6_143, 6_144, 6_145, 300_001})
  void isTheZipInBase64BetweenTheOtherMembers(int length) throws IOException {
    var zip = new byte[length];
    new Random(length).nextBytes(zip);
    Path file = Files.write(folder.resolve("a.zip"), zip);
    PublishBody body = PublishBody.of(definition());
    byte[] expected = expected(body, zip);

    assertThat(body.length(length)).isEqualTo(expected.length);
    try (InputStream in = new BodyStream(body, file)) {
      assertThat(in.readAllBytes()).isEqualTo(expected);
      assertThat(in.read()).isEqualTo(-1);
    }
    try (InputStream in = new BodyStream(body, file)) {
      var single = new ByteArrayOutputStream();
      for (int next = in.read(); next >= 0; next = in.read()) {
        single.write(next);
      }
      assertThat(single.toByteArray()).isEqualTo(expected);
    }
  }

  private static LayerDefinition definition() {
    return new LayerDefinition(
        new LayerName("my-layer"), "any", "MIT", List.of(), true, List.of(), List.of());
  }
}
