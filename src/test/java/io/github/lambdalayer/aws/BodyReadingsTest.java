package io.github.lambdalayer.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.endpoint.RecordedCall;
import io.github.lambdalayer.endpoint.StrictLambdaEndpoint;
import io.github.lambdalayer.layer.LayerDefinition;
import io.github.lambdalayer.layer.LayerName;
import io.github.lambdalayer.layer.PublishBody;
import io.github.lambdalayer.layer.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How much of a zip is read that goes to many regions. */
class BodyReadingsTest {

  private static final List<String> REGIONS =
      List.of("eu-west-1", "us-east-1", "ap-south-1", "sa-east-1", "ca-central-1");

  @TempDir Path folder;

  private final LayerDefinition layer =
      new LayerDefinition(
          new LayerName("my-layer"), "any", "MIT", List.of(), true, List.of(), List.of());
  private final AtomicLong bytesRead = new AtomicLong();
  private Path zip = Path.of("a.zip");

  @BeforeEach
  void writeZip() throws IOException {
    var content = new byte[200_000];
    new Random(1).nextBytes(content);
    var bytes = new ByteArrayOutputStream();
    try (var out = new ZipOutputStream(bytes)) {
      out.putNextEntry(new ZipEntry("java/lib/a.jar"));
      out.write(content);
    }
    zip = Files.write(folder.resolve("a.zip"), bytes.toByteArray());
  }

  private RequestContent counted(long size) {
    PublishBody body = PublishBody.of(layer);
    return new RequestContent() {
      @Override
      long length() {
        return body.length(size);
      }

      @Override
      InputStream open() throws IOException {
        return new FilterInputStream(new BodyStream(body, zip)) {
          @Override
          public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            bytesRead.addAndGet(Math.max(read, 0));
            return read;
          }
        };
      }
    };
  }

  private static AwsConnection connect(StrictLambdaEndpoint aws) {
    var key = new AccessKey("AKIA111122223333", "secret", null);
    var timing = new Timing(Duration.ofSeconds(30), Duration.ofSeconds(5), Pace.REAL);
    return AwsConnection.open(
        new AwsSettings(new Identity(null, key, null), aws.uri(), null, timing),
        new RegionChoice(REGIONS, List.of(), false));
  }

  /** The endpoint refuses a body that has not the digest that was signed. */
  @Test
  void aBodyIsReadOnceToBeSignedAndOnceForEachRegion() throws IOException {
    long size = Files.size(zip);
    RequestContent content = counted(size);
    try (var aws = StrictLambdaEndpoint.start();
        AwsConnection connection = connect(aws)) {
      for (String region : REGIONS) {
        assertThat(connection.in(region).publish(layer, content).codeSha256())
            .isEqualTo(Sha256.of(zip).base64());
      }

      assertThat(bytesRead).hasValue((REGIONS.size() + 1) * content.length());
      assertThat(aws.calls("PublishLayerVersion"))
          .hasSize(REGIONS.size())
          .extracting(RecordedCall::requestBytes)
          .containsOnly(content.length());
    }
  }

  @Test
  void allRegionsGetTheSameBodyOfALayer() {
    var source = new LayerSource.Inline(zip, 200_000);
    var other =
        new LayerDefinition(
            new LayerName("other"), "other", "MIT", List.of(), true, List.of(), List.of());

    assertThat(source.content(layer)).isSameAs(source.content(layer));
    assertThat(source.content(other)).isNotSameAs(source.content(layer));
  }
}
