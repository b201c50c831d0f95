package io.github.lambdalayer.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.content.SampleNatives;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ScriptsTest {

  private final Path folder;

  ScriptsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private List<String> warnings(String path, byte[] bytes) throws IOException {
    return Scripts.check(new SampleLayer(folder).executables("wrapper").file(path, bytes).build())
        .stream()
        .map(finding -> finding.message() + " " + finding.fix())
        .toList();
  }

  private List<String> warnings(String path, String text) throws IOException {
    return warnings(path, text.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bootstrap", "bin/tool", "extensions/agent", "wrapper"})
  void whatIsStartedAndIsNoProgramIsWarnedOf(String path) throws IOException {
    assertThat(warnings(path, "echo hello"))
        .singleElement()
        .asString()
        .startsWith(path + " is meant to be started, and it is neither a script (no #!)");
    assertThat(warnings(path, "")).singleElement().asString().contains("it is empty");
    assertThat(warnings(path, SampleNatives.macos()))
        .singleElement()
        .asString()
        .contains("it is a program for macOS arm64");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bootstrap", "bin/tool", "extensions/agent", "wrapper"})
  void scriptsAndLinuxProgramsAreRight(String path) throws IOException {
    assertThat(warnings(path, "#!/bin/sh\n")).isEmpty();
    assertThat(warnings(path, SampleNatives.linuxX86())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bin/modules/data.txt",
        "bin/tool.conf",
        "bin/tool.jar",
        "extensions/agent/config.json",
        "data/a.txt"
      })
  void whatNobodyStartsCanBeAnything(String path) throws IOException {
    assertThat(warnings(path, "text")).isEmpty();
  }

  @Test
  void aScriptThatIsNotExecutableIsWarnedOf() throws IOException {
    assertThat(warnings("start", "#!/bin/sh\n"))
        .singleElement()
        .asString()
        .contains("name it in <executables>start</executables>");
  }

  @Test
  void aProgramBehindCrlfIsWarnedOf() throws IOException {
    assertThat(warnings("bin/tool", "#!/usr/bin/env python3\r\n\0zip"))
        .singleElement()
        .asString()
        .startsWith("bin/tool begins with #! in a line that ends in CRLF");
    assertThat(warnings("bin/tool", "#!/bin/sh\r\n")).isEmpty();
    assertThat(warnings("bin/tool", "#!/usr/bin/env python3\n\0zip\r\n")).isEmpty();
  }

  @Test
  void aByteOrderMarkIsWarnedOf() throws IOException {
    assertThat(warnings("bin/tool", "\ufeff#!/bin/sh\n"))
        .singleElement()
        .asString()
        .startsWith("bin/tool has a byte order mark before #!")
        .endsWith("without BOM.");
  }
}
