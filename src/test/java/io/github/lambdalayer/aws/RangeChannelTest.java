package io.github.lambdalayer.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.lambdalayer.archive.LayerContents;
import io.github.lambdalayer.archive.LayerZipReader;
import io.github.lambdalayer.archive.SampleZips;
import io.github.lambdalayer.layer.LayerName;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RangeChannelTest {

  private static final int BLOCK = 256 << 10;

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    new Random(42).nextBytes(bytes);
    return bytes;
  }

  private static byte[] read(RangeChannel channel, long position, int length) throws IOException {
    ByteBuffer target = ByteBuffer.allocate(length);
    channel.position(position).read(target);
    byte[] read = new byte[target.position()];
    target.flip().get(read);
    return read;
  }

  private static List<String> spooled() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .map(Path::toString)
          .filter(name -> name.contains("lambda-layer-live-"))
          .sorted()
          .toList();
    }
  }

  @Test
  void ofALargeZipLittleIsFetched(@TempDir Path folder) throws IOException {
    var sample = new SampleZips().with("java/lib/big.jar", random(20 << 20));
    for (int i = 0; i < 500; i++) {
      sample.with("java/lib/library-" + i + ".jar", "jar");
    }
    byte[] zip = Files.readAllBytes(sample.withDocument("base", "").write(folder.resolve("z")));
    try (var server = new RangeServer(zip);
        var channel = RangeChannel.open(server.location(), null)) {
      LayerContents contents = LayerZipReader.read(channel, "the live zip");

      assertThat(contents.entries()).hasSize(502);
      assertThat(contents.document(new LayerName("base"))).isPresent();
      assertThat(contents.size()).isEqualTo(zip.length);
      assertThat(server.sent()).isLessThan(1 << 20);
    }
  }

  @Test
  void aDocumentAtTheBeginningIsFetchedToo(@TempDir Path folder) throws IOException {
    var sample = new SampleZips().withDocument("base", "").with("big", random(20 << 20));
    byte[] zip = Files.readAllBytes(sample.write(folder.resolve("z")));
    try (var server = new RangeServer(zip);
        var channel = RangeChannel.open(server.location(), null)) {
      LayerContents contents = LayerZipReader.read(channel, "the live zip");

      assertThat(contents.document(null)).isPresent();
      assertThat(server.sent()).isLessThanOrEqualTo(2 * BLOCK);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 22, BLOCK - 1, BLOCK, BLOCK + 1, 3 * BLOCK + 17})
  void everyByteIsReadAsItIs(int length) throws IOException {
    byte[] content = random(length);
    try (var server = new RangeServer(content);
        var channel = RangeChannel.open(server.location(), null)) {
      assertThat(channel.size()).isEqualTo(length);
      assertThat(read(channel, 0, length + 5)).isEqualTo(content);
      assertThat(channel.position()).isEqualTo(length);
      assertThat(channel.read(ByteBuffer.allocate(1))).isEqualTo(-1);
    }
  }

  @Test
  void aBlockIsFetchedOnce() throws IOException {
    try (var server = new RangeServer(random(4 * BLOCK));
        var channel = RangeChannel.open(server.location(), null)) {
      read(channel, 10, 10);
      read(channel, 1000, 10);
      read(channel, 5, 10);

      assertThat(server.requests())
          .extracting(request -> request.substring(request.indexOf(' ') + 1))
          .containsExactly("bytes=-262144", "bytes=0-262143");
    }
  }

  @Test
  void blocksThatWereNotUsedForLongAreForgotten() throws IOException {
    byte[] content = random(12 * BLOCK);
    try (var server = new RangeServer(content);
        var channel = RangeChannel.open(server.location(), null)) {
      assertThat(read(channel, 0, content.length)).isEqualTo(content);
      assertThat(server.requests()).hasSize(12);
      read(channel, 0, 1);
      assertThat(server.requests()).hasSize(13);
    }
  }

  @Test
  void theSignedUrlIsSentAsItIs() throws IOException {
    try (var server = new RangeServer(random(10));
        var channel = RangeChannel.open(server.location(), null)) {
      assertThat(channel.size()).isEqualTo(10);
      assertThat(server.requests().get(0))
          .startsWith("/snapshots/1/layer%2Bx?")
          .contains("X-Amz-Security-Token=a%2Fb%2Bc%3D%3D")
          .contains("X-Amz-Signature=" + RangeServer.SECRET);
    }
  }

  @Test
  void aServerWithoutRangesIsReadByATemporaryFile() throws IOException {
    byte[] content = random(BLOCK * 2);
    List<String> before = spooled();
    try (var server = new RangeServer(content).behaving(RangeServer.Manner.WITHOUT_RANGES)) {
      try (var channel = RangeChannel.open(server.location(), null)) {
        assertThat(channel.size()).isEqualTo(content.length);
        assertThat(read(channel, 0, content.length)).isEqualTo(content);
        assertThat(channel.position()).isEqualTo(content.length);
        assertThat(channel.read(ByteBuffer.allocate(1))).isEqualTo(-1);
        assertThat(server.requests()).hasSize(1);
        assertThat(spooled()).hasSize(before.size() + 1);
      }
      assertThat(spooled()).isEqualTo(before);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = RangeServer.Manner.class,
      names = {"LIKE_S3", "WITHOUT_RANGES"},
      mode = EnumSource.Mode.EXCLUDE)
  void whatGoesWrongIsSaidWithoutTheUrl(RangeServer.Manner manner) throws IOException {
    try (var server = new RangeServer(random(2 * BLOCK)).behaving(manner)) {
      failsQuietly(server.location());
    }
  }

  @Test
  void aServerThatIsNotThereIsSaidWithoutTheUrl() throws IOException {
    URI location;
    try (var server = new RangeServer(new byte[1])) {
      location = server.location();
    }
    failsQuietly(location);
  }

  private static void failsQuietly(URI location) {
    assertThatExceptionOfType(LiveZipException.class)
        .isThrownBy(() -> RangeChannel.open(location, null))
        .withMessageStartingWith("The live zip cannot be read: ")
        .withNoCause()
        .satisfies(
            e -> {
              var trace = new StringWriter();
              e.printStackTrace(new PrintWriter(trace));
              assertThat(trace.toString())
                  .doesNotContain(RangeServer.SECRET, "127.0.0.1", "snapshots");
            });
  }

  @Test
  void aFailureWhileTheZipIsReadIsPassedOnAsItIs(@TempDir Path folder) throws IOException {
    var sample = new SampleZips().withDocument("base", "").with("big", random(1 << 20));
    byte[] zip = Files.readAllBytes(sample.write(folder.resolve("z")));
    try (var server = new RangeServer(zip);
        var channel = RangeChannel.open(server.location(), null)) {
      server.behaving(RangeServer.Manner.REFUSING);

      assertThatExceptionOfType(LiveZipException.class)
          .isThrownBy(() -> LayerZipReader.read(channel, "the live zip"))
          .withMessageContaining("answered 403");
    }
  }

  @Test
  void aProxyIsAskedInsteadOfTheServer() throws IOException {
    byte[] content = random(10);
    try (var server = new RangeServer(content)) {
      var proxy = new HttpProxy("127.0.0.1", server.port(), null, null, Set.of());
      var location = URI.create("http://bucket.invalid/layer?X-Amz-Signature=1");
      try (var channel = RangeChannel.open(location, proxy)) {
        assertThat(read(channel, 0, 10)).isEqualTo(content);
        assertThat(server.requests().get(0)).startsWith("http://bucket.invalid/layer?");
      }
    }
  }

  @Test
  void hasNoUrlInItsTextForm() throws IOException {
    try (var server = new RangeServer(random(10));
        var channel = RangeChannel.open(server.location(), null)) {
      assertThat(channel).hasToString("the live zip");
    }
  }

  @Test
  void isReadOnly() throws IOException {
    try (var server = new RangeServer(random(10));
        var channel = RangeChannel.open(server.location(), null)) {
      assertThatExceptionOfType(NonWritableChannelException.class)
          .isThrownBy(() -> channel.write(ByteBuffer.allocate(1)));
      assertThatExceptionOfType(NonWritableChannelException.class)
          .isThrownBy(() -> channel.truncate(0));
    }
  }

  @Test
  void isNotReadAfterItWasClosed() throws IOException {
    try (var server = new RangeServer(random(10))) {
      var channel = RangeChannel.open(server.location(), null);
      channel.close();

      assertThat(channel.isOpen()).isFalse();
      assertThatExceptionOfType(ClosedChannelException.class)
          .isThrownBy(() -> channel.read(ByteBuffer.allocate(1)));
    }
  }
}
