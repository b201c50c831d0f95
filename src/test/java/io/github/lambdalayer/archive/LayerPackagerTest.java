package io.github.lambdalayer.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.lambdalayer.content.LayerArtifact;
import io.github.lambdalayer.content.SampleRequests;
import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.LambdaRuntime;
import io.github.lambdalayer.layer.LayerDefinition;
import io.github.lambdalayer.layer.LayerName;
import io.github.lambdalayer.layer.Sha256;
import io.github.lambdalayer.lint.FailOn;
import io.github.lambdalayer.lint.Finding;
import io.github.lambdalayer.lint.FindingsException;
import io.github.lambdalayer.lint.Level;
import io.github.lambdalayer.lint.LintSettings;
import io.github.lambdalayer.lint.Rule;
import io.github.lambdalayer.lint.SampleJars;
import io.github.lambdalayer.lint.Severity;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LayerPackagerTest {

  private static final Optional<Instant> TIME =
      Optional.of(SampleJars.TIME.toInstant(ZoneOffset.UTC));

  private final Path directory;
  private final Path jar;
  private final Path zip;
  private final Path descriptor;

  LayerPackagerTest(@TempDir Path folder) {
    directory = folder.resolve("src/main/layer");
    jar = folder.resolve("app.jar");
    zip = folder.resolve("target/app-1.0-layer.zip");
    descriptor = folder.resolve("target/lambda-layer/layer.json");
  }

  @BeforeEach
  void makeContent() throws IOException {
    SampleJars.jar(jar, Map.of("a/A.class", SampleJars.classFile(61)));
    Files.createDirectories(directory.resolve("bin"));
    Files.writeString(directory.resolve("bin/tool"), "#!/bin/sh\n");
  }

  private static LayerDefinition derived() {
    return definition(List.of());
  }

  private static LayerDefinition definition(List<LambdaRuntime> runtimes) {
    return new LayerDefinition(
        new LayerName("my-layer"),
        "app 1.0",
        null,
        runtimes,
        !runtimes.isEmpty(),
        List.of(),
        List.of());
  }

  private PackageRequest request(LayerDefinition definition, Optional<Instant> time) {
    var app =
        new LayerArtifact(
            "g", "app", "1.0", "", "jar", jar, List.of("g:app:jar:1.0"), List.of("MIT"), true);
    return new PackageRequest(
        SampleRequests.content(List.of(app), directory, List.of()),
        definition,
        "1.0",
        false,
        11,
        time,
        zip,
        descriptor);
  }

  private static PackageRequest stored(PackageRequest request, LintSettings lint) {
    return new PackageRequest(
        request.content(),
        request.definition(),
        request.projectVersion(),
        request.isSnapshot(),
        request.compilerRelease(),
        request.outputTimestamp(),
        request.zip(),
        request.descriptor(),
        Compression.STORE,
        lint);
  }

  private LayerPackager.Packaged pack(LayerDefinition definition) throws IOException {
    return new LayerPackager().pack(request(definition, TIME));
  }

  private void sparse(String path, long mebibytes) throws IOException {
    try (var file = new RandomAccessFile(directory.resolve(path).toFile(), "rw")) {
      file.setLength(mebibytes << 20);
    }
  }

  @Test
  void writesTheZipWithTheDocumentAboutItsContent() throws IOException {
    pack(derived());

    try (var read = ZipFile.builder().setPath(zip).get()) {
      assertThat(Collections.list(read.getEntriesInPhysicalOrder()))
          .extracting(ZipArchiveEntry::getName)
          .containsExactly(
              "META-INF/",
              "META-INF/lambda-layer/",
              "META-INF/lambda-layer/my-layer.json",
              "bin/",
              "bin/tool",
              "java/",
              "java/lib/",
              "java/lib/app-1.0.jar");
    }
  }

  @Test
  void writesTheDescriptorThatTheOtherGoalsRead() throws IOException {
    var packaged = pack(derived());

    assertThat(DescriptorFile.read(descriptor)).isEqualTo(packaged.descriptor());
    assertThat(packaged.descriptor().zip().entries()).isEqualTo(3);
    assertThat(packaged.descriptor().projectVersion()).isEqualTo("1.0");
  }

  @Test
  void derivesTheRuntimesFromTheContent() throws IOException {
    LayerDefinition definition = pack(derived()).descriptor().definition();

    assertThat(definition.compatibleRuntimes()).isEqualTo(LambdaRuntime.javaRuntimesFor(17));
    assertThat(definition.runtimesConfigured()).isFalse();
  }

  @Test
  void leavesConfiguredRuntimesAlone() throws IOException {
    var java21 = List.of(new LambdaRuntime("java21"));

    LayerDefinition definition = pack(definition(java21)).descriptor().definition();

    assertThat(definition.compatibleRuntimes()).isEqualTo(java21);
    assertThat(definition.runtimesConfigured()).isTrue();
  }

  @Test
  void theSameContentGivesTheSameDigest() throws IOException {
    String first = pack(derived()).descriptor().zip().codeSha256();
    Files.delete(zip);

    assertThat(pack(derived()).descriptor().zip().codeSha256()).isEqualTo(first);
  }

  @Test
  void warnsOfNothingWhereNothingIsWrong() throws IOException {
    assertThat(pack(derived()).findings()).isEmpty();
  }

  @Test
  void warnsOfAnUnknownRuntimeAndPassesItOn() throws IOException {
    var packaged = pack(definition(List.of(new LambdaRuntime("java99"))));

    assertThat(packaged.findings())
        .singleElement()
        .satisfies(w -> assertThat(w.severity()).isEqualTo(Severity.WARNING))
        .extracting(Finding::text)
        .asString()
        .startsWith(
            "[unknown-runtime] <compatibleRuntimes> has 'java99', which this release does not know.");
    assertThat(packaged.descriptor().definition().compatibleRuntimes())
        .containsExactly(new LambdaRuntime("java99"));
  }

  @Test
  void warnsWhereTheProjectsJarIsNotReproducible() throws IOException {
    var packaged = new LayerPackager().pack(request(derived(), Optional.empty()));

    assertThat(packaged.findings())
        .extracting(Finding::text)
        .singleElement()
        .asString()
        .startsWith("[build-time] <project.build.outputTimestamp> is not set");
  }

  @Test
  void warnsWhereTheZipIsTooLargeToBeSentInline() throws IOException {
    sparse("model.bin", 60);
    PackageRequest request = stored(request(derived(), TIME), LintSettings.DEFAULT);

    assertThat(new LayerPackager().pack(request).findings())
        .extracting(Finding::text)
        .singleElement()
        .asString()
        .startsWith(
            "[inline-size] The zip is too large to be sent to Lambda inline: the request would have 83,")
        .contains("69,905,066 are accepted")
        .contains("Set <bucket>");
  }

  @Test
  void aZipThatFailsForItsSizeDoesNotReplaceTheOneThatWasThere() throws IOException {
    String before = pack(derived()).descriptor().zip().codeSha256();
    sparse("model.bin", 60);
    PackageRequest request =
        request(derived(), Optional.of(Instant.EPOCH.plusSeconds(1_700_000_000)));
    var strict =
        stored(
            request,
            new LintSettings(
                List.of(new LintSettings.RuleLevel(Rule.INLINE_SIZE, Level.ERROR)), FailOn.ERROR));

    assertThatExceptionOfType(FindingsException.class)
        .isThrownBy(() -> new LayerPackager().pack(strict))
        .withMessageContaining("- [inline-size] The zip is too large")
        .satisfies(e -> assertThat(e.findings()).isNotEmpty());
    assertThat(Sha256.of(zip).base64()).isEqualTo(before);
  }

  @Test
  void tellsWhatTheDefaultExcludesLeftOut() throws IOException {
    Files.createFile(directory.resolve(".DS_Store"));

    assertThat(pack(derived()).leftOut()).containsExactly(".DS_Store");
  }

  @Test
  void refusesMoreThanLambdaUnzipsBeforeAnythingIsWritten() throws IOException {
    sparse("model.bin", 251);

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> pack(derived()))
        .withMessageContaining("model.bin")
        .withMessageContaining("g:app:jar:1.0");

    assertThat(zip).doesNotExist();
    assertThat(descriptor).doesNotExist();
  }

  @Test
  void refusesATimeThatNoZipCanHold() {
    var request = request(derived(), Optional.of(Instant.parse("1979-12-31T00:00:00Z")));

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> new LayerPackager().pack(request))
        .withMessageStartingWith("<outputTimestamp> is 1979-12-31T00:00:00Z");
  }

  @Test
  void anUnwritableTargetIsNamed() throws IOException {
    Files.writeString(zip.resolveSibling("..").normalize().resolve("target"), "in the way");

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> pack(derived()))
        .withMessageStartingWith(zip + " cannot be written");
  }
}
