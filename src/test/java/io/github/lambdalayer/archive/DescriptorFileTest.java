package io.github.lambdalayer.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.lambdalayer.layer.Architecture;
import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.LambdaRuntime;
import io.github.lambdalayer.layer.LayerDefinition;
import io.github.lambdalayer.layer.LayerName;
import io.github.lambdalayer.layer.Permission;
import io.github.lambdalayer.layer.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DescriptorFileTest {

  private final Path target;
  private final Path zip;
  private final Path file;

  DescriptorFileTest(@TempDir Path folder) {
    target = folder.resolve("target");
    zip = target.resolve("app-1.0-layer.zip");
    file = target.resolve("lambda-layer/layer.json");
  }

  @BeforeEach
  void makeZip() throws IOException {
    Files.createDirectories(target);
    Files.writeString(zip, "not really a zip");
  }

  private LayerDescriptor descriptor() throws IOException {
    var definition =
        new LayerDefinition(
            new LayerName("my-layer"),
            "\"my\" layer 1.0 — größer",
            "MIT",
            List.of(new LambdaRuntime("java17"), new LambdaRuntime("java99")),
            true,
            List.of(Architecture.X86_64, Architecture.ARM64),
            List.of(Permission.parse("account:111122223333"), Permission.parse("public")));
    return new LayerDescriptor(
        definition, "1.0-SNAPSHOT", true, new LayerZip(zip, Sha256.of(zip).base64(), 16, 1234, 5));
  }

  private void write(LayerDescriptor descriptor) throws IOException {
    DescriptorFile.write(file, descriptor);
  }

  @Test
  void isReadAsItWasWritten() throws IOException {
    write(descriptor());

    assertThat(DescriptorFile.read(file)).isEqualTo(descriptor());
  }

  @Test
  void aLayerWithoutAnythingOptionalIsReadAsItWasWritten() throws IOException {
    var bare =
        new LayerDescriptor(
            new LayerDefinition(
                new LayerName("my-layer"), "", null, List.of(), false, List.of(), List.of()),
            "1.0",
            false,
            new LayerZip(zip, Sha256.of(zip).base64(), 16, 1234, 5));
    write(bare);

    assertThat(DescriptorFile.read(file)).isEqualTo(bare);
  }

  @Test
  void namesTheZipByAPathRelativeToItself() throws IOException {
    write(descriptor());

    assertThat(file).content().contains("\"zip\": \"../app-1.0-layer.zip\"");
  }

  @Test
  void stillWorksWhenTheBuildFolderHasMoved(@TempDir Path elsewhere) throws IOException {
    write(descriptor());
    Path moved = Files.move(target, elsewhere.resolve("moved"));

    LayerDescriptor read = DescriptorFile.read(moved.resolve("lambda-layer/layer.json"));

    assertThat(read.zip().file()).isEqualTo(moved.resolve("app-1.0-layer.zip"));
  }

  @Test
  void refusesAZipThatWasChanged() throws IOException {
    write(descriptor());
    String built = Sha256.of(zip).base64();
    Files.writeString(zip, "something else");

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> DescriptorFile.read(file))
        .withMessageStartingWith("The layer of " + file + " cannot be used: " + zip)
        .withMessageContaining("not " + built + ": it was changed since it was built")
        .withMessageEndingWith("Build it again: mvn package.");
  }

  @Test
  void refusesAZipThatIsGone() throws IOException {
    write(descriptor());
    Files.delete(zip);

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> DescriptorFile.read(file))
        .withMessageContaining(zip + " does not exist")
        .withMessageEndingWith("Build it again: mvn package.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "{",
        "[]",
        "\"text\"",
        "{}",
        "{\"schemaVersion\": 2}",
        "{\"schemaVersion\": 1}",
        "{\"schemaVersion\": 1, \"layerName\": \"a\", \"zip\": \"../app-1.0-layer.zip\"}",
        "<html></html>"
      })
  void refusesWhatIsNoDescriptor(String text) throws IOException {
    Files.createDirectories(file.resolveSibling("."));
    Files.writeString(file, text);

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> DescriptorFile.read(file))
        .withMessageStartingWith("The layer of " + file + " cannot be used: ")
        .withMessageEndingWith("Build it again: mvn package.");
  }

  @Test
  void refusesBytesThatAreNoText() throws IOException {
    Files.createDirectories(file.resolveSibling("."));
    Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0});

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> DescriptorFile.read(file))
        .withMessageStartingWith("The layer of " + file + " cannot be used: ");
  }

  @Test
  void allOfAFolderAreFoundButResultsPlansAndHalfWrittenOnes() throws IOException {
    Path folder = Files.createDirectories(file.resolveSibling("."));
    for (String name :
        List.of(
            "b.json",
            "a.json",
            "published.json",
            "plan.json",
            "attached.json",
            "attaching.json",
            "policy.json",
            "policy-caller.json",
            "policy-444455556666.json",
            ".c.json.part",
            "x.txt")) {
      Files.createFile(folder.resolve(name));
    }

    assertThat(DescriptorFile.in(folder))
        .extracting(found -> found.getFileName().toString())
        .containsExactly("a.json", "b.json");
  }

  @Test
  void aFolderThatDoesNotExistHasNone() throws IOException {
    assertThat(DescriptorFile.in(target.resolve("missing"))).isEmpty();
  }
}
