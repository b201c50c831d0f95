package io.github.lambdalayer.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.aws.LiveVersion;
import io.github.lambdalayer.layer.LayerDefinition;
import io.github.lambdalayer.layer.LayerName;
import io.github.lambdalayer.layer.LayerVersionArn;
import io.github.lambdalayer.layer.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaddingTest {

  @TempDir Path folder;

  private static LiveVersion live(String codeSha256) {
    return new LiveVersion(
        new LayerVersionArn("aws", "eu-west-1", "111122223333", new LayerName("a"), 1),
        codeSha256,
        1,
        "",
        "",
        Set.of(),
        Set.of(),
        null);
  }

  @Test
  void isAZipOfOneLineOfText() throws IOException {
    Path zip = Padding.write(folder);

    assertThat(Files.size(zip)).isEqualTo(Padding.size());
    try (var file = new ZipFile(zip.toFile())) {
      assertThat(file.size()).isEqualTo(1);
      var entry = file.getEntry("lambda-layer-padding");
      assertThat(new String(file.getInputStream(entry).readAllBytes(), StandardCharsets.US_ASCII))
          .isEqualTo("This version only takes up a number.\n");
    }
  }

  @Test
  void isKnownByTheDigestOfItsBytes() throws IOException {
    String digest = Sha256.of(Padding.write(folder)).base64();

    assertThat(Padding.is(live(digest))).isTrue();
    assertThat(Padding.is(live("A" + digest.substring(1)))).isFalse();
  }

  @Test
  void isWrittenAnewWhereItWasCut() throws IOException {
    Path zip = Padding.write(folder);
    Files.writeString(zip, "half");

    assertThat(Files.size(Padding.write(folder))).isEqualTo(Padding.size());
  }

  @Test
  void isSharedWithNobody() {
    LayerDefinition padding = Padding.of(new LayerName("a"));

    assertThat(padding.permissions()).isEmpty();
    assertThat(padding.name().value()).isEqualTo("a");
  }
}
