package io.github.lambdalayer.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AttachJournalTest {

  @TempDir Path folder;

  @Test
  void nothingIsOpenWithoutAFile() throws IOException {
    assertThat(new AttachJournal(folder).read()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"functions\": [{}]}",
        "{\"functions\": [{\"function\": \"f\", \"before\": [\"no arn\"], \"after\": []}]}",
        "{\"functions\": [{\"function\": \"f\", \"before\": [], \"after\": [null]}]}",
        "{\"functions\": [{\"function\": \"f\", \"before\": [], \"after\": [[null]]}]}",
        "{\"functions\": 1}",
        "nonsense"
      })
  void whatCannotBeUnderstoodIsNotPassedOver(String text) throws IOException {
    Files.writeString(folder.resolve("attaching.json"), text);

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> new AttachJournal(folder).read())
        .withMessageContaining("attaching.json cannot be understood");
  }
}
