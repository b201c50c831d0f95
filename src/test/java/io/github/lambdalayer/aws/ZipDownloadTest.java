package io.github.lambdalayer.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.lambdalayer.layer.LayerVersionArn;
import io.github.lambdalayer.layer.Sha256;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ZipDownloadTest {

  private static final byte[] CONTENT = new byte[200_000];

  @TempDir Path folder;

  private static LiveVersion version(String digest, long size) {
    return new LiveVersion(
        LayerVersionArn.parse("arn:aws:lambda:eu-west-1:123456789012:layer:x:1"),
        digest,
        size,
        "",
        "",
        Set.of(),
        Set.of(),
        null);
  }

  private Path download(RangeServer.Manner manner, LiveVersion version) throws Exception {
    Path file = folder.resolve("live.zip");
    try (var server = new RangeServer(CONTENT).behaving(manner)) {
      ZipDownload.of(server.location(), null, version, file);
    }
    return file;
  }

  private void refuses(RangeServer.Manner manner, LiveVersion version, String reason) {
    assertThatExceptionOfType(LiveZipException.class)
        .isThrownBy(() -> download(manner, version))
        .withMessageContaining(reason)
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain(RangeServer.SECRET));
    assertThat(folder.resolve("live.zip")).doesNotExist();
  }

  @Test
  void fetchesAllOfIt() throws Exception {
    var version = version(Sha256.of(CONTENT).base64(), CONTENT.length);

    assertThat(download(RangeServer.Manner.WITHOUT_RANGES, version)).hasBinaryContent(CONTENT);
  }

  @Test
  void leavesNothingOfWhatIsNotWhatWasPublished() {
    var manner = RangeServer.Manner.WITHOUT_RANGES;
    String digest = Sha256.of(CONTENT).base64();

    refuses(manner, version("AAAA", CONTENT.length), "has another digest");
    refuses(manner, version(digest, CONTENT.length - 1), "the server sent more");
    refuses(manner, version(digest, CONTENT.length + 1), "the server sent 200,000");
  }

  @Test
  void tellsThatTheLinkIsTooOld() {
    refuses(RangeServer.Manner.REFUSING, version("AAAA", 1), "answered 403");
  }
}
