package io.github.lambdalayer.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.lambdalayer.content.ContentDocument;
import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.LayerName;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LayerZipReaderTest {

  private static final LayerName BASE = new LayerName("base");

  private final Path folder;
  private final Path file;

  LayerZipReaderTest(@TempDir Path folder) {
    this.folder = folder;
    this.file = folder.resolve("layer.zip");
  }

  private static void refused(Path zip, String... parts) {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> LayerZipReader.read(zip))
        .satisfies(e -> assertThat(e.getMessage()).contains(parts));
  }

  private static void refusedDocument(
      LayerContents contents, @Nullable LayerName name, String... parts) {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> contents.document(name))
        .satisfies(e -> assertThat(e.getMessage()).contains(parts));
    assertThat(contents.readableDocument(name)).isEmpty();
  }

  @Test
  void readsWhatThisPluginWrites() throws IOException {
    LayerZipWriter.write(SampleLayers.content(folder), EntryTime.DEFAULT, file);

    LayerContents contents = LayerZipReader.read(file);

    assertThat(contents.size()).isEqualTo(Files.size(file));
    assertThat(contents.entries())
        .extracting(LayerContents.Entry::path)
        .containsExactly("bin/tool", "config.yaml", "data/größe.txt", "java/lib/lib-1.0.jar");
    assertThat(contents.entries())
        .extracting(LayerContents.Entry::size)
        .containsExactly(21L, 0L, 7L, 40L);
    assertThat(contents.document(BASE)).isEmpty();
  }

  @Test
  void readsChecksumsOfADeflatedZip() throws IOException {
    new SampleZips().with("b/", "").with("b/x", "123456789").with("a", "").write(file);

    assertThat(LayerZipReader.read(file).entries())
        .containsExactly(
            new LayerContents.Entry("a", 0, 0), new LayerContents.Entry("b/x", 9, 0xCBF43926L));
  }

  @Test
  void readsAChannelAndClosesIt() throws IOException {
    new SampleZips().with("a", "").write(file);
    var channel = Files.newByteChannel(file);

    assertThat(LayerZipReader.read(channel, "the live zip").entries()).hasSize(1);
    assertThat(channel.isOpen()).isFalse();
  }

  @Test
  void readsTheDocument() throws IOException {
    new SampleZips()
        .withDocument(
            "base",
            ", \"artifacts\": [{\"path\": \"java/lib/a-1.jar\", \"groupId\": \"g\","
                + " \"artifactId\": \"a\", \"version\": \"1\", \"sha256\": \"00\"}]")
        .write(file);

    ContentDocument document = LayerZipReader.read(file).document(BASE).orElseThrow();

    assertThat(document.layerName()).isEqualTo("base");
    assertThat(document.artifacts())
        .containsExactly(
            new ContentDocument.Item(
                "java/lib/a-1.jar", "g", "a", "1", null, null, "00", null, List.of()));
  }

  @Test
  void theOnlyDocumentIsThatOfARenamedLayerToo() throws IOException {
    new SampleZips().withDocument("old-name", "").write(file);

    assertThat(LayerZipReader.read(file).document(BASE)).isPresent();
    assertThat(LayerZipReader.read(file).document(null)).isPresent();
  }

  @Test
  void ofSeveralDocumentsTheOneOfTheNameCounts() throws IOException {
    new SampleZips().withDocument("other", "").withDocument("base", "").write(file);

    assertThat(LayerZipReader.read(file).document(BASE).orElseThrow().layerName())
        .isEqualTo("base");
  }

  @Test
  void ofSeveralDocumentsNoneIsGuessed() throws IOException {
    new SampleZips().withDocument("one", "").withDocument("two", "").write(file);

    LayerContents contents = LayerZipReader.read(file);

    refusedDocument(contents, null, file.toString(), "one, two", "-DlambdaLayer.layerName");
    refusedDocument(contents, BASE, "one, two", "<layerName> 'base'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "no JSON", "{", "[]", "{\"schemaVersion\": 2}", "{}"})
  void aDocumentThatIsNoneIsRefusedWhenItIsAskedFor(String text) throws IOException {
    new SampleZips().with("META-INF/lambda-layer/base.json", text).write(file);

    refusedDocument(
        LayerZipReader.read(file), BASE, "META-INF/lambda-layer/base.json in " + file, "again");
  }

  @Test
  void filesElsewhereInMetaInfAreNoDocuments() throws IOException {
    new SampleZips()
        .with("META-INF/lambda-layer/base.txt", "x")
        .with("META-INF/lambda-layer/sub/base.json", "x")
        .with("META-INF/base.json", "x")
        .write(file);

    assertThat(LayerZipReader.read(file).documents()).isEmpty();
  }

  @Test
  void aHugeDocumentIsRefused() throws IOException {
    new SampleZips().with("META-INF/lambda-layer/base.json", new byte[(16 << 20) + 1]).write(file);

    refused(file, "META-INF/lambda-layer/ of " + file, "more than 16,777,216 bytes");
  }

  @Test
  void aDocumentThatUnzipsToMoreThanTheZipSaysIsRefused() throws IOException {
    new SampleZips().with("META-INF/lambda-layer/base.json", new byte[5000]).write(file);
    byte[] zip = Files.readAllBytes(file);
    int directory = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN).getInt(zip.length - 6);
    ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN).putInt(directory + 24, 10);
    Files.write(file, zip);

    refused(file, "META-INF/lambda-layer/base.json", "has more bytes than the 10");
  }

  @Test
  void whatIsNoZipIsRefused() throws IOException {
    refused(Files.writeString(file, "<html>404</html>".repeat(10)), file + " is no zip");
    refused(Files.write(file, new byte[0]), file + " is no zip");
  }

  @Test
  void aZipThatWasCutOffIsRefused() throws IOException {
    byte[] zip = Files.readAllBytes(new SampleZips().with("a", "text").write(file));

    refused(Files.write(file, Arrays.copyOf(zip, zip.length - 10)), file + " is no zip");
  }

  @Test
  void aDamagedDirectoryIsRefused() throws IOException {
    byte[] zip = Files.readAllBytes(new SampleZips().with("a", "text").write(file));
    int directory = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN).getInt(zip.length - 6);
    Arrays.fill(zip, directory, directory + 4, (byte) 7);

    refused(Files.write(file, zip), file + " is no zip");
  }

  @Test
  void aFileThatIsMissingIsNamed() {
    refused(folder.resolve("missing.zip"), "<file> is ", "missing.zip", "does not exist");
    refused(folder, "<file> is " + folder, "is no file");
  }

  @Test
  void anEmptyZipHasNothing() throws IOException {
    byte[] end = new byte[22];
    System.arraycopy("PK\5\6".getBytes(StandardCharsets.US_ASCII), 0, end, 0, 4);
    Files.write(file, end);

    assertThat(LayerZipReader.read(file).entries()).isEmpty();
  }
}
