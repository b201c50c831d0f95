package io.github.lambdalayer.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class Sha256Test {

  @Test
  void hasTheFormOfChecksumFiles() {
    // The first test vector of FIPS 180-2.
    assertThat(Sha256.of("abc").hex())
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  void hasTheFormOfLambda() {
    assertThat(Sha256.of("abc").base64()).isEqualTo("ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
  }

  @Test
  void readsAllOfAFile(@TempDir Path folder) throws IOException {
    String text = "é".repeat(100_000);
    Path file = Files.writeString(folder.resolve("large"), text);

    assertThat(Sha256.of(file).hex()).isEqualTo(Sha256.of(text).hex());
  }

  @Test
  void anEmptyFileHasADigestToo(@TempDir Path folder) throws IOException {
    Path file = Files.createFile(folder.resolve("empty"));

    assertThat(Sha256.of(file).base64()).isEqualTo("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
  }
}
