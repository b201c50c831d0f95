package io.github.lambdalayer.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.archive.LayerPackager.Packaged;
import io.github.lambdalayer.content.ContentRequest;
import io.github.lambdalayer.content.Filtering;
import io.github.lambdalayer.content.JarEntries;
import io.github.lambdalayer.content.LayerArtifact;
import io.github.lambdalayer.content.NativeLibraries;
import io.github.lambdalayer.content.PlacedArtifact;
import io.github.lambdalayer.content.SampleArtifacts;
import io.github.lambdalayer.layer.LayerDefinition;
import io.github.lambdalayer.layer.LayerName;
import io.github.lambdalayer.layer.Permission;
import io.github.lambdalayer.lint.SampleJars;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/** A layer that is built again and again, from files that are long since finished. */
abstract class RepeatedBuild {

  /** The time of every input file, long before any build. */
  static final Instant OLD = Instant.parse("2026-01-02T03:04:05.678Z");

  final Path folder;
  final Path directory;
  final Path jar;
  final Path zip;
  final Path descriptor;
  final Path state;

  Instant now = Instant.parse("2026-06-01T12:00:00Z");
  List<String> tools = List.of("plugin 1.0");
  LayerDefinition definition = definition("app 1.0", "MIT", List.of());
  List<LayerArtifact> artifacts;
  List<PlacedArtifact> placed = List.of();
  List<String> executables = List.of();
  Filtering filtering = Filtering.NONE;
  NativeLibraries nativeLibraries = NativeLibraries.KEEP;
  JarEntries jarEntries = JarEntries.KEEP;
  String projectVersion = "1.0";
  Optional<Instant> time = Optional.of(SampleJars.TIME.toInstant(ZoneOffset.UTC));

  RepeatedBuild(Path folder) {
    this.folder = folder;
    directory = folder.resolve("src/main/layer");
    jar = folder.resolve("app.jar");
    zip = folder.resolve("target/app-1.0-layer.zip");
    descriptor = folder.resolve("target/lambda-layer/layer.json");
    state = folder.resolve("target/lambda-layer/.layer.state");
    artifacts = List.of(SampleArtifacts.artifact("g:app:1.0", jar));
  }

  @BeforeEach
  final void makeInput() throws IOException {
    SampleJars.jar(jar, Map.of("a/A.class", SampleJars.classFile(61)));
    age(jar);
    Files.createDirectories(directory.resolve("bin"));
    write("bin/tool", "#!/bin/sh\n");
    write("config.txt", "one");
  }

  static LayerDefinition definition(
      String description, @Nullable String license, List<Permission> permissions) {
    return new LayerDefinition(
        new LayerName("my-layer"), description, license, List.of(), false, List.of(), permissions);
  }

  static void age(Path file) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(OLD));
  }

  /** Writes into the file itself, so that length, time and key can be as they were. */
  final void write(String path, String text) throws IOException {
    Files.writeString(directory.resolve(path), text);
    age(directory.resolve(path));
  }

  final Packaged pack() throws IOException {
    var content =
        new ContentRequest(
            artifacts,
            placed,
            directory,
            executables,
            filtering,
            nativeLibraries,
            jarEntries,
            folder.resolve("target/work"));
    var request =
        new PackageRequest(content, definition, projectVersion, false, 11, time, zip, descriptor);
    return new LayerPackager(tools, Clock.fixed(now, ZoneOffset.UTC)).pack(request);
  }

  final void assertUnchanged() throws IOException {
    FileTime longAgo = FileTime.from(OLD);
    Files.setLastModifiedTime(descriptor, longAgo);
    FileTime ofZip = Files.getLastModifiedTime(zip);
    Object key = Files.readAttributes(zip, "fileKey").get("fileKey");

    assertThat(pack().isUnchanged()).isTrue();

    assertThat(Files.getLastModifiedTime(zip)).isEqualTo(ofZip);
    assertThat(Files.readAttributes(zip, "fileKey").get("fileKey")).isEqualTo(key);
    assertThat(Files.getLastModifiedTime(descriptor)).isEqualTo(longAgo);
  }

  final void assertRebuilt() throws IOException {
    assertThat(pack().isUnchanged()).isFalse();
    assertThat(DescriptorFile.read(descriptor).zip().file()).isEqualTo(zip);
    assertUnchanged();
  }
}
