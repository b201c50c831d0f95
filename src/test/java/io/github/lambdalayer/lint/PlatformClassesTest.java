package io.github.lambdalayer.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of classes that Java has itself, had, or will have. */
final class PlatformClassesTest {

  @TempDir Path folder;
  private SampleCode code;

  @BeforeEach
  void makeCode() {
    code = new SampleCode(folder);
  }

  private static String handler(String type) {
    return "package app; public class Handler { Object handle(Object o) { return ("
        + type
        + ") o; } }";
  }

  private List<Finding> compiledFor(int compiled, int release, String type) throws IOException {
    Map<String, byte[]> handler = code.compile(compiled, List.of(), handler(type));
    return code.own(handler).release(release).findings();
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 11, 17})
  void whatAReleaseHasIsThere(int release) throws IOException {
    assertThat(compiledFor(8, release, "java.util.concurrent.ConcurrentHashMap")).isEmpty();
  }

  @Test
  void whatANewerReleaseHasIsMissing() throws IOException {
    assertThat(compiledFor(11, 8, "java.util.concurrent.Flow"))
        .filteredOn(finding -> finding.rule() != Rule.CLASS_VERSION)
        .singleElement()
        .extracting(Finding::text)
        .asString()
        .contains("java.util.concurrent.Flow", "Java 8", "<maven.compiler.release>8");
  }

  @ParameterizedTest
  @CsvSource({
    "javax.xml.bind.JAXBContext, jakarta.xml.bind:jakarta.xml.bind-api:2.3.3",
    "javax.annotation.PostConstruct, jakarta.annotation:jakarta.annotation-api:1.3.5"
  })
  void whatJavaNoLongerHasIsMissingAndItsArtifactIsNamed(String type, String artifact)
      throws IOException {
    assertThat(compiledFor(8, 8, type)).isEmpty();

    makeCode();
    assertThat(compiledFor(8, 11, type))
        .singleElement()
        .extracting(Finding::text)
        .asString()
        .contains(type, artifact, "since release 11");
  }

  @Test
  void whatStillIsInThatPackageHasNoSuchArtifact() throws IOException {
    Map<String, byte[]> nonnull =
        code.compile(List.of(), "package javax.annotation; public class Nonnull {}");
    Map<String, byte[]> handler =
        code.compile(List.of(nonnull), handler("javax.annotation.Nonnull"));

    assertThat(code.own(handler).findings())
        .singleElement()
        .extracting(Finding::text)
        .asString()
        .contains("javax.annotation.Nonnull")
        .doesNotContain("jakarta");
  }

  @Test
  void internalsOfJavaAreNeverMissing() throws IOException {
    Map<String, byte[]> internal =
        code.compile(List.of(), "package sun.odd; public class Internal {}");
    Map<String, byte[]> handler = code.compile(List.of(internal), handler("sun.odd.Internal"));

    assertThat(code.own(handler).findings()).isEmpty();
    assertThat(new SampleCode(folder).own(handler).release(8).findings())
        .extracting(Finding::rule)
        .containsOnly(Rule.CLASS_VERSION);
  }

  @Test
  void aReleaseThatTheRunningJavaDoesNotKnowIsNotChecked() throws IOException {
    Map<String, byte[]> others =
        code.compile(
            List.of(),
            "package javax.future; public class Future {}",
            "package org.other; public class Other {}");
    Map<String, byte[]> handler =
        code.compile(
            List.of(others),
            "package app; public class Handler { javax.future.Future f; org.other.Other o; }");

    assertThat(code.own(handler).release(99).findings())
        .satisfiesExactly(
            missing ->
                assertThat(missing.message())
                    .contains("org.other.Other, needed by")
                    .doesNotContain("javax.future"),
            unchecked -> {
              assertThat(unchecked.rule()).isEqualTo(Rule.UNCHECKED);
              assertThat(unchecked.severity()).isEqualTo(Severity.NOTE);
              assertThat(unchecked.text()).contains("Java 99", "Run Maven on a JDK 99 or newer");
            });
  }
}
