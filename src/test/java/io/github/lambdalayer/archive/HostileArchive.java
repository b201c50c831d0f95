package io.github.lambdalayer.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.lambdalayer.content.LayerArtifact;
import io.github.lambdalayer.content.PlacedArtifact;
import io.github.lambdalayer.content.SampleRequests;
import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.LayerDefinition;
import io.github.lambdalayer.layer.LayerName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;

/** An archive that nobody should unpack: it gives a message, and nothing stays on disk. */
abstract class HostileArchive {

  static final String DAMAGED = "damaged or no archive";

  final Path folder;
  final Path archive;

  HostileArchive(Path folder) {
    this.folder = folder;
    this.archive = folder.resolve("archive");
  }

  final LayerPackager.Packaged pack() throws IOException {
    var artifact =
        new LayerArtifact(
            "g", "tool", "1", "", "tar.gz", archive, List.of("g:tool"), List.of(), false);
    var unpacking = new PlacedArtifact.Unpacking(0, List.of(), List.of());
    var placed = List.of(new PlacedArtifact(artifact, "opt/", unpacking));
    return new LayerPackager()
        .pack(
            new PackageRequest(
                SampleRequests.content(List.of(), placed, folder.resolve("layer"), List.of()),
                new LayerDefinition(
                    new LayerName("tool"), "tool", null, List.of(), false, List.of(), List.of()),
                "1",
                false,
                0,
                Optional.empty(),
                folder.resolve("out/layer.zip"),
                folder.resolve("out/layer.json")));
  }

  final void refused(String message) {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(this::pack)
        .withMessageStartingWith("g:tool:tar.gz:1 cannot be unpacked: ")
        .withMessageContaining(message);
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @AfterEach
  final void nothingIsLeft() throws IOException {
    assertThat(folder.resolve("work")).doesNotExist();
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).allMatch(file -> file.equals(archive) || file.endsWith("out"));
    }
  }
}
