package io.github.lambdalayer.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.lambdalayer.content.SampleNatives;
import io.github.lambdalayer.layer.Architecture;
import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.LambdaRuntime;
import io.github.lambdalayer.layer.LayerDefinition;
import io.github.lambdalayer.layer.LayerName;
import io.github.lambdalayer.layer.Permission;
import io.github.lambdalayer.layer.Sha256;
import io.github.lambdalayer.lint.Finding;
import io.github.lambdalayer.lint.Rule;
import io.github.lambdalayer.lint.SampleJars;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ZipFileDescriberTest {

  private final Path folder;
  private final Path file;

  ZipFileDescriberTest(@TempDir Path folder) {
    this.folder = folder;
    this.file = folder.resolve("layer.zip");
  }

  private static FileOptions named(@Nullable String version) {
    return new FileOptions(
        new LayerName("given"), "tools", version, null, null, List.of(), List.of(), List.of());
  }

  private byte[] jar(int classFileVersion) throws IOException {
    var entries = Map.of("a/A.class", SampleJars.classFile(classFileVersion));
    return Files.readAllBytes(SampleJars.jar(folder.resolve("a.jar"), entries));
  }

  private static void refused(Path zip, FileOptions options, String... parts) {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> ZipFileDescriber.examine(zip, options).descriptor())
        .satisfies(e -> assertThat(e.getMessage()).contains(parts));
  }

  @Test
  void takesAllFromTheDocument() throws IOException {
    new SampleZips()
        .withDocument(
            "base",
            ", \"licenseInfo\": \"MIT\", \"compatibleRuntimes\": [\"java21\"],"
                + " \"compatibleArchitectures\": [\"arm64\"]")
        .with("java/lib/", "")
        .with("java/lib/a.jar", jar(52))
        .write(file);

    LayerDescriptor descriptor = ZipFileDescriber.examine(file, FileOptions.NONE).descriptor();

    assertThat(descriptor.definition())
        .isEqualTo(
            new LayerDefinition(
                new LayerName("base"),
                "layer.zip",
                "MIT",
                List.of(new LambdaRuntime("java21")),
                true,
                List.of(Architecture.ARM64),
                List.of()));
    assertThat(descriptor.isSnapshot()).isFalse();
    LayerZip zip = descriptor.zip();
    assertThat(zip.codeSha256()).isEqualTo(Sha256.of(file).base64());
    assertThat(zip.size()).isEqualTo(Files.size(file));
    assertThat(zip.entries()).isEqualTo(2);
    assertThat(zip.unzippedSize())
        .isEqualTo(
            LayerZipReader.read(file).entries().stream()
                .mapToLong(LayerContents.Entry::size)
                .sum());
  }

  @Test
  void whatIsGivenBeatsTheDocument() throws IOException {
    new SampleZips()
        .withDocument("base", ", \"licenseInfo\": \"MIT\", \"compatibleRuntimes\": [\"java21\"]")
        .write(file);
    var given =
        new LayerDefinition(
            new LayerName("renamed"),
            "text",
            "Apache-2.0",
            List.of(new LambdaRuntime("java25")),
            true,
            List.of(Architecture.X86_64),
            List.of(Permission.parse("public")));

    var options =
        new FileOptions(
            given.name(),
            "tools",
            "1.0",
            given.description(),
            given.licenseInfo(),
            given.compatibleRuntimes(),
            given.compatibleArchitectures(),
            given.permissions());

    assertThat(ZipFileDescriber.examine(file, options).descriptor().definition()).isEqualTo(given);
  }

  @Test
  void derivesTheRuntimesFromTheClassesAsPackageDoes() throws IOException {
    new SampleZips()
        .with("java/lib/a.jar", jar(52))
        .with("java/lib/b.jar", jar(61))
        .with("java/lib/sub/c.jar", "not loaded")
        .write(file);

    LayerDefinition layer = ZipFileDescriber.examine(file, named("1.0")).descriptor().definition();

    assertThat(layer.compatibleRuntimes()).isEqualTo(LambdaRuntime.javaRuntimesFor(17));
    assertThat(layer.runtimesConfigured()).isFalse();
  }

  /** Entries of a zip share one reader, which only one thread may use. */
  @Test
  void manyJarsOfOneZipAreReadAsTheyAre() throws IOException {
    var zip = new SampleZips();
    for (int i = 0; i < 200; i++) {
      zip.with("java/lib/a" + i + ".jar", jar(61));
    }
    zip.write(file);

    for (int i = 0; i < 10; i++) {
      assertThat(ZipFileDescriber.examine(file, named("1.0")).findings())
          .noneMatch(one -> one.rule() == Rule.UNREADABLE_JAR);
    }
  }

  @Test
  void derivesNoRuntimesForData() throws IOException {
    new SampleZips().with("data/a.csv", "").write(file);

    assertThat(
            ZipFileDescriber.examine(file, named(null))
                .descriptor()
                .definition()
                .compatibleRuntimes())
        .isEmpty();
  }

  @Test
  void derivesRuntimesAndArchitecturesOfOtherToolsZips() throws IOException {
    new SampleZips()
        .with("python/a.cpython-312-aarch64-linux-gnu.so", SampleNatives.linuxArm())
        .write(file);

    LayerDefinition layer = ZipFileDescriber.examine(file, named(null)).descriptor().definition();

    assertThat(layer.compatibleRuntimes()).containsExactly(new LambdaRuntime("python3.12"));
    assertThat(layer.compatibleArchitectures()).containsExactly(Architecture.ARM64);
    assertThat(layer.architecturesConfigured()).isFalse();
  }

  @Test
  void leavesNoUnpackedJarBehind() throws IOException {
    new SampleZips().with("java/lib/a.jar", "no JAR").write(file);

    assertThat(ZipFileDescriber.examine(file, named(null)).findings())
        .filteredOn(finding -> finding.rule() == Rule.UNREADABLE_JAR)
        .extracting(Finding::text)
        .singleElement()
        .asString()
        .contains("java/lib/a.jar is no readable JAR")
        .contains("It comes from the zip " + file + ": build that again.");
    try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      assertThat(files.map(path -> String.valueOf(path.getFileName())))
          .noneMatch(name -> name.startsWith("lambda-layer-") && name.endsWith(".jar"));
    }
  }

  @Test
  void theDescriptionNamesArtifactAndVersionWhereTheyAreKnown() throws IOException {
    new SampleZips().with("a", "").write(file);

    assertThat(ZipFileDescriber.examine(file, named("1.2")).descriptor().definition().description())
        .isEqualTo("tools 1.2");
    assertThat(ZipFileDescriber.examine(file, named(null)).descriptor().definition().description())
        .isEqualTo("layer.zip");
  }

  @ParameterizedTest
  @CsvSource({
    "a-1.0.zip, , false",
    "a-1.0.zip, 1.0, false",
    "a-1.0.zip, 1.0-SNAPSHOT, true",
    "a-1.0.zip, SNAPSHOT, true",
    "a-1.0.zip, 1.0-20260101.010101-1, true",
    "a-1.0-SNAPSHOT.zip, , true",
    "a-1.0-SNAPSHOT-layer.zip, 1.0, true",
    "a-1.0-20260101.010101-12-layer.zip, , true",
    "snapshots.zip, , false"
  })
  void aSnapshotIsToldByVersionOrFileName(String name, @Nullable String version, boolean snapshot)
      throws IOException {
    Path zip = new SampleZips().with("a", "").write(folder.resolve(name));

    assertThat(ZipFileDescriber.examine(zip, named(version)).descriptor().isSnapshot())
        .isEqualTo(snapshot);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/a", "../a", "a/../b", "a/..", "..", "C:/a", "a\\b", "..\\a", "a\nb"})
  void pathsThatLeaveTheLayerAreRefused(String path) throws IOException {
    new SampleZips().with("ok", "").with(path, "").write(file);

    refused(file, named(null), "<file> is " + file, "relative to /opt");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a..b", "..a", ".hidden/x", "a/...", "größe.txt"})
  void oddPathsWithinTheLayerAreTaken(String path) throws IOException {
    new SampleZips().with(path, "").write(file);

    assertThat(ZipFileDescriber.examine(file, named(null)).descriptor().zip().entries())
        .isEqualTo(1);
  }

  @Test
  void aLayerWithoutANameIsRefused() throws IOException {
    new SampleZips().with("a", "").write(file);

    refused(file, FileOptions.NONE, file.toString(), "Set -DlambdaLayer.layerName.");
  }

  @Test
  void ofSeveralDocumentsOneMustBeNamed() throws IOException {
    new SampleZips().withDocument("one", "").withDocument("two", "").write(file);

    refused(file, FileOptions.NONE, "one, two", "-DlambdaLayer.layerName");
  }

  @Test
  void whatIsNoLayerIsRefused() throws IOException {
    refused(folder.resolve("missing.zip"), named(null), "<file> is ", "does not exist");
    refused(folder, named(null), "<file> is " + folder, "is no file");
    refused(Files.writeString(file, "text"), named(null), file + " is no zip");
    refused(new SampleZips().with("a/", "").write(file), named(null), "without any file");
  }

  @Test
  void aLayerThatIsTooLargeUnzippedIsRefused() throws IOException {
    new SampleZips().with("a", "text").write(file);
    byte[] zip = Files.readAllBytes(file);
    ByteBuffer header = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
    header.putInt(header.getInt(zip.length - 6) + 24, 262_144_001);
    Files.write(file, zip);

    refused(file, named(null), "262,144,001 bytes unzipped", "a  (the zip " + file + ")");
  }

  @Test
  void aLayerOfThisPluginIsDescribedAsItWasBuilt() throws IOException {
    LayerZip built = LayerZipWriter.write(SampleLayers.plain(folder), EntryTime.DEFAULT, file);

    assertThat(ZipFileDescriber.examine(file, named("1")).descriptor().zip()).isEqualTo(built);
  }
}
