package io.github.lambdalayer.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.lambdalayer.content.Filtering;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an earlier build has left, and what has become of it. */
final class UnchangedOutputTest extends RepeatedBuild {

  UnchangedOutputTest(@TempDir Path folder) {
    super(folder);
  }

  @Test
  void theStateIsTakenForNoDescriptor() throws IOException {
    pack();

    assertThat(state).isRegularFile();
    assertThat(DescriptorFile.in(folder.resolve("target/lambda-layer")))
        .containsExactly(descriptor);
  }

  @Test
  void aLostZipIsMadeAgain() throws IOException {
    pack();
    Files.delete(zip);

    assertRebuilt();
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 1})
  void aZipThatWasTamperedWithIsMadeAgain(int longer) throws IOException {
    pack();
    byte[] bytes = Files.readAllBytes(zip);
    byte[] other = Arrays.copyOf(bytes, bytes.length + longer);
    other[0] = 'X';
    Files.write(zip, other);
    Files.setLastModifiedTime(zip, FileTime.from(OLD));

    assertRebuilt();
    assertThat(zip).hasBinaryContent(bytes);
  }

  @Test
  void aZipThatWasOnlyTouchedIsLeftAlone() throws IOException {
    pack();
    Files.setLastModifiedTime(zip, FileTime.from(OLD));

    assertUnchanged();
  }

  @Test
  void aLostOrEditedDescriptorIsMadeAgain() throws IOException {
    pack();
    String text = Files.readString(descriptor);
    Files.delete(descriptor);
    assertRebuilt();
    Files.writeString(descriptor, text.replace("app 1.0", "app 9.9"));

    assertRebuilt();
    assertThat(descriptor).hasContent(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "garbage",
        "[]",
        "{}",
        "null",
        "{\"schemaVersion\": 1}",
        "{\"schemaVersion\": 1, \"files\": [null]}",
        "{\"schemaVersion\": \"x\"}"
      })
  void aStateThatMakesNoSenseIsNone(String text) throws IOException {
    pack();
    Files.writeString(state, text);

    assertRebuilt();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"schemaVersion\": 1 -> \"schemaVersion\": 2",
        "\"taken\": \"2026 -> \"taken\": \"x",
        "\"taken\": \"2026 -> \"taken\": \"-100002026",
        "\"fingerprint\" -> \"other\"",
        "\"uri\" -> \"other\"",
        "\"modified\" -> \"other\"",
        "\"zip\" -> \"other\"",
        "\"files\": [ -> \"files\": [ null,",
        "\"leftOut\": [ -> \"leftOut\": [ null",
        "\"findings\": [ -> \"findings\": [ {}"
      })
  void aStateWithSomethingWrongInItIsNone(String edit) throws IOException {
    pack();
    String[] parts = edit.split(" -> ", -1);
    String text = Files.readString(state);
    assertThat(text).contains(parts[0]);
    Files.writeString(state, text.replace(parts[0], parts[1]));

    assertRebuilt();
  }

  @Test
  void bytesThatAreNoTextAreNoState() throws IOException {
    pack();
    Files.write(state, new byte[] {(byte) 0xc3, (byte) 0x28});

    assertRebuilt();
  }

  @Test
  void aStateThatCannotBeWrittenIsTold() throws IOException {
    Files.createDirectories(state.resolve("in the way"));

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(this::pack)
        .withMessageStartingWith(state + " cannot be written");
  }

  @Test
  void nothingIsRememberedOfInputThatWasChangedWhileItWasPacked() throws IOException {
    Path late = directory.resolve("late.txt");
    write("filtered.txt", "${value}");
    filtering =
        new Filtering(
            List.of("filtered.txt"),
            StandardCharsets.UTF_8,
            expression -> {
              try {
                write("late.txt", Files.exists(late) ? "later" : "first");
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
              return "filtered";
            });

    pack();

    assertThat(state).doesNotExist();
    assertThat(pack().isUnchanged()).isFalse();
  }
}
