package io.github.lambdalayer.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.archive.LayerPackager.Packaged;
import io.github.lambdalayer.content.DeclaredLicenses;
import io.github.lambdalayer.content.Filtering;
import io.github.lambdalayer.content.LayerArtifact;
import io.github.lambdalayer.content.NativeLibraries;
import io.github.lambdalayer.content.PlacedArtifact;
import io.github.lambdalayer.content.SampleArtifacts;
import io.github.lambdalayer.layer.Permission;
import io.github.lambdalayer.lint.SampleJars;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which input counts as another one. */
final class UnchangedInputTest extends RepeatedBuild {

  UnchangedInputTest(@TempDir Path folder) {
    super(folder);
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
                first.descriptor(), first.findings(), first.notes(), first.leftOut(), true));
    assertThat(second.findings()).hasSize(1);
    assertThat(second.leftOut()).containsExactly(".DS_Store");
    assertThat(second.summary())
        .isEqualTo("Unchanged since it was built. " + first.descriptor().summary());
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
}
