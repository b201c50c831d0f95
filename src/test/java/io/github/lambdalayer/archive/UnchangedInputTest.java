package io.github.lambdalayer.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.lambdalayer.archive.LayerPackager.Packaged;
import io.github.lambdalayer.content.ContentRequest;
import io.github.lambdalayer.content.DeclaredLicenses;
import io.github.lambdalayer.content.Filtering;
import io.github.lambdalayer.content.LayerArtifact;
import io.github.lambdalayer.content.NativeLibraries;
import io.github.lambdalayer.content.PlacedArtifact;
import io.github.lambdalayer.content.SampleArtifacts;
import io.github.lambdalayer.layer.LayerDefinition;
import io.github.lambdalayer.layer.LayerName;
import io.github.lambdalayer.layer.Permission;
import io.github.lambdalayer.lint.SampleJars;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class UnchangedInputTest {

  /** The time of every input file, long before any build. */
  private static final Instant OLD = Instant.parse("2026-01-02T03:04:05.678Z");

  private final Path folder;
  private final Path directory;
  private final Path jar;
  private final Path zip;
  private final Path descriptor;
  private final Path state;

  private Instant now = Instant.parse("2026-06-01T12:00:00Z");
  private List<String> tools = List.of("plugin 1.0");
  private LayerDefinition definition = definition("app 1.0", "MIT", List.of());
  private List<LayerArtifact> artifacts;
  private List<PlacedArtifact> placed = List.of();
  private List<String> executables = List.of();
  private Filtering filtering = Filtering.NONE;
  private NativeLibraries nativeLibraries = NativeLibraries.KEEP;
  private String projectVersion = "1.0";
  private Optional<Instant> time = Optional.of(SampleJars.TIME.toInstant(ZoneOffset.UTC));

  UnchangedInputTest(@TempDir Path folder) {
    this.folder = folder;
    directory = folder.resolve("src/main/layer");
    jar = folder.resolve("app.jar");
    zip = folder.resolve("target/app-1.0-layer.zip");
    descriptor = folder.resolve("target/lambda-layer/layer.json");
    state = folder.resolve("target/lambda-layer/.layer.state");
    artifacts = List.of(SampleArtifacts.artifact("g:app:1.0", jar));
  }

  @BeforeEach
  void makeInput() throws IOException {
    SampleJars.jar(jar, Map.of("a/A.class", SampleJars.classFile(61)));
    age(jar);
    Files.createDirectories(directory.resolve("bin"));
    write("bin/tool", "#!/bin/sh\n");
    write("config.txt", "one");
  }

  private static LayerDefinition definition(
      String description, @Nullable String license, List<Permission> permissions) {
    return new LayerDefinition(
        new LayerName("my-layer"), description, license, List.of(), false, List.of(), permissions);
  }

  private static void age(Path file) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(OLD));
  }

  /** Writes into the file itself, so that length, time and key can be as they were. */
  private void write(String path, String text) throws IOException {
    Files.writeString(directory.resolve(path), text);
    age(directory.resolve(path));
  }

  private Packaged pack() throws IOException {
    var content =
        new ContentRequest(
            artifacts,
            placed,
            directory,
            executables,
            filtering,
            nativeLibraries,
            folder.resolve("target/work"));
    var request =
        new PackageRequest(content, definition, projectVersion, false, 11, time, zip, descriptor);
    return new LayerPackager(tools, Clock.fixed(now, ZoneOffset.UTC)).pack(request);
  }

  private void assertUnchanged() throws IOException {
    FileTime longAgo = FileTime.from(OLD);
    Files.setLastModifiedTime(descriptor, longAgo);
    FileTime ofZip = Files.getLastModifiedTime(zip);
    Object key = Files.readAttributes(zip, "fileKey").get("fileKey");

    assertThat(pack().isUnchanged()).isTrue();

    assertThat(Files.getLastModifiedTime(zip)).isEqualTo(ofZip);
    assertThat(Files.readAttributes(zip, "fileKey").get("fileKey")).isEqualTo(key);
    assertThat(Files.getLastModifiedTime(descriptor)).isEqualTo(longAgo);
  }

  private void assertRebuilt() throws IOException {
    assertThat(pack().isUnchanged()).isFalse();
    assertThat(DescriptorFile.read(descriptor).zip().file()).isEqualTo(zip);
    assertUnchanged();
  }

  @Test
  void theFirstBuildIsNoSecondOne() throws IOException {
    assertThat(pack().isUnchanged()).isFalse();
  }

  @Test
  void theSameInputLeavesZipAndDescriptorAlone() throws IOException {
    pack();

    assertUnchanged();
  }

  @Test
  void saysTheSameOfTheLayerAsTheBuildThatMadeIt() throws IOException {
    time = Optional.empty();
    artifacts =
        List.of(
            new LayerArtifact(
                "g", "app", "1.0", "", "jar", jar, List.of("g:app:jar:1.0"), List.of(), true));
    write(".DS_Store", "");
    Packaged first = pack();

    Packaged second = pack();

    assertThat(second)
        .isEqualTo(
            new Packaged(
                first.descriptor(), first.warnings(), first.notes(), first.leftOut(), true));
    assertThat(second.warnings()).hasSize(1);
    assertThat(second.leftOut()).containsExactly(".DS_Store");
    assertThat(second.summary())
        .isEqualTo("Unchanged since it was built. " + first.descriptor().summary());
  }

  @Test
  void theStateIsTakenForNoDescriptor() throws IOException {
    pack();

    assertThat(state).isRegularFile();
    assertThat(DescriptorFile.in(folder.resolve("target/lambda-layer")))
        .containsExactly(descriptor);
  }

  @Test
  void anEditOfTheSameLengthIsSeen() throws IOException {
    pack();
    Files.writeString(directory.resolve("config.txt"), "two");

    assertRebuilt();
  }

  @Test
  void anEditOfAnotherLengthIsSeenEvenIfTheTimeIsAsItWas() throws IOException {
    pack();
    write("config.txt", "three");

    assertRebuilt();
  }

  @Test
  void anotherFileAtTheSamePlaceIsSeenEvenIfTimeAndLengthAreAsTheyWere() throws IOException {
    pack();
    write("other.txt", "two");
    Files.move(
        directory.resolve("other.txt"),
        directory.resolve("config.txt"),
        StandardCopyOption.REPLACE_EXISTING);

    assertRebuilt();
  }

  @Test
  void aFileIsNotReadWhereTheFileSystemSaysThatItIsAsItWas() throws IOException {
    pack();
    // No edit but a forged one does this: it shows that nothing was read.
    write("config.txt", "two");

    assertUnchanged();
  }

  @ParameterizedTest
  @ValueSource(longs = {-1999, 0, 5000})
  void anEditWithinTheClocksStepIsSeen(long millisAfterTheBuild) throws IOException {
    FileTime recent = FileTime.from(now.plus(millisAfterTheBuild, ChronoUnit.MILLIS));
    Path file = directory.resolve("config.txt");
    Files.setLastModifiedTime(file, recent);
    pack();
    Files.writeString(file, "two");
    Files.setLastModifiedTime(file, recent);
    now = now.plusSeconds(60);

    assertThat(pack().isUnchanged()).isFalse();
  }

  @Test
  void aRecentFileThatWasFoundUnchangedIsNotReadForEver() throws IOException {
    Path file = directory.resolve("config.txt");
    FileTime recent = FileTime.from(now);
    Files.setLastModifiedTime(file, recent);
    pack();
    now = now.plusSeconds(60);
    assertUnchanged();
    Files.writeString(file, "two");
    Files.setLastModifiedTime(file, recent);

    assertUnchanged();
  }

  @Test
  void anotherTimeAloneChangesNothing() throws IOException {
    pack();
    FileTime touched = FileTime.from(OLD.plusSeconds(9));
    Files.setLastModifiedTime(directory.resolve("config.txt"), touched);
    Files.setLastModifiedTime(jar, touched);

    assertUnchanged();
    assertThat(Files.readString(state)).contains(OLD.plusSeconds(9).toString());
  }

  @Test
  void aJarThatWasWrittenAgainWithTheSameBytesChangesNothing() throws IOException {
    pack();
    Path copy = Files.copy(jar, folder.resolve("copy.jar"));
    Files.move(copy, jar, StandardCopyOption.REPLACE_EXISTING);

    assertUnchanged();
  }

  @Test
  void anotherJarIsSeen() throws IOException {
    pack();
    SampleJars.jar(jar, Map.of("a/B.class", SampleJars.classFile(61)));

    assertRebuilt();
  }

  @Test
  void aNewFileIsSeen() throws IOException {
    pack();
    write("new.txt", "");

    assertRebuilt();
  }

  @Test
  void aNewFileThatIsLeftOutIsTold() throws IOException {
    pack();
    write(".DS_Store", "");

    assertThat(pack().leftOut()).containsExactly(".DS_Store");
  }

  @Test
  void aRemovedFileIsSeen() throws IOException {
    pack();
    Files.delete(directory.resolve("config.txt"));

    assertRebuilt();
  }

  @Test
  void aRenamedFileIsSeen() throws IOException {
    pack();
    Files.move(directory.resolve("config.txt"), directory.resolve("renamed.txt"));

    assertRebuilt();
  }

  @Test
  void anEditBehindALinkIsSeen() throws IOException {
    Path real = Files.writeString(folder.resolve("real.txt"), "one");
    age(real);
    Files.createSymbolicLink(directory.resolve("link.txt"), real);
    pack();
    assertUnchanged();
    Files.writeString(real, "two");

    assertRebuilt();
  }

  @Test
  void everyParameterCounts() throws IOException {
    pack();
    definition = definition("another", "MIT", List.of());
    assertRebuilt();
    definition = definition("another", "Apache-2.0", List.of());
    assertRebuilt();
    definition = definition("another", "Apache-2.0", List.of(new Permission.Everyone()));
    assertRebuilt();
    executables = List.of("*.txt");
    assertRebuilt();
    time = Optional.of(Instant.parse("2026-02-01T00:00:00Z"));
    assertRebuilt();
    projectVersion = "2.0";
    assertRebuilt();
    nativeLibraries = NativeLibraries.STRIP;
    assertRebuilt();
    tools = List.of("plugin 1.1");
    assertRebuilt();
  }

  @Test
  void whatIsSaidOfAnArtifactCounts() throws IOException {
    pack();
    LayerArtifact app = artifacts.get(0);
    artifacts = List.of(SampleArtifacts.artifact("g:app:1.1", jar));
    assertRebuilt();
    artifacts =
        List.of(
            new LayerArtifact("g", "app", "1.1", "", "jar", jar, app.trail(), List.of(), false));
    assertRebuilt();
    artifacts = List.of();
    assertRebuilt();
  }

  @Test
  void thePlaceOfAnArtifactCounts() throws IOException {
    PlacedArtifact agent = new PlacedArtifact(artifacts.get(0), "agent.jar", null);
    artifacts = List.of();
    placed = List.of(agent);
    pack();
    placed = List.of(new PlacedArtifact(agent.artifact(), "other.jar", null));

    assertThat(pack().isUnchanged()).isFalse();
  }

  @Test
  void pomsThatCannotHaveChangedAreNotRead() throws IOException {
    var reads = new AtomicInteger();
    LayerArtifact app = artifacts.get(0);
    Supplier<LayerArtifact> artifact =
        () ->
            new LayerArtifact(
                app.groupId(),
                app.artifactId(),
                app.version(),
                app.classifier(),
                app.extension(),
                app.file(),
                app.trail(),
                DeclaredLicenses.inPom(() -> List.of("MIT " + reads.incrementAndGet())),
                false);
    artifacts = List.of(artifact.get());
    pack();
    assertThat(reads).hasValue(1);

    artifacts = List.of(artifact.get());
    assertThat(pack().isUnchanged()).isTrue();
    assertThat(reads).hasValue(1);
  }

  @Test
  void aFilteredValueCounts() throws IOException {
    write("filtered.txt", "${value}");
    filtering = new Filtering(List.of("*.txt"), StandardCharsets.UTF_8, expression -> "1.0");
    pack();
    assertUnchanged();
    filtering = new Filtering(List.of("*.txt"), StandardCharsets.UTF_8, expression -> "1.1");

    assertThat(pack().isUnchanged()).isFalse();
    assertThat(folder.resolve("target/work")).doesNotExist();
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
        "\"warnings\": [ -> \"warnings\": [ {}"
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
