package io.github.lambdalayer.layer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LimitsTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0 bytes",
    "999, 999 bytes",
    "1000, 1.0 kB",
    "1500, 1.5 kB",
    "1000000, 1.0 MB",
    "6900000, 6.9 MB",
    "262144000, 262.1 MB"
  })
  void bytesAreShownAsPeopleReadThem(long bytes, String text) {
    assertThat(Limits.humanBytes(bytes)).isEqualTo(text);
  }

  @Test
  void theUnzippedLimitIs250Mebibytes() {
    assertThat(Limits.UNZIPPED_BYTES).isEqualTo(250L * 1024 * 1024);
  }
}
