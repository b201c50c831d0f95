package io.github.lambdalayer.endpoint;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Takes an upload's body to disk and refuses one that is not what its headers say. */
final class S3Body {
  private static final String CHECKSUM = "x-amz-checksum-";

  /** A body on disk; the ETag is without quotes, and the checksums are those that the client sent. */
  record Received(Path file, long size, String etag, Map<String, String> checksums) {
    Received {
      checksums = Map.copyOf(checksums);
    }
  }

  private final Call call;
  private final Map<String, String> expected = new TreeMap<>();
  private final @Nullable AwsChunked chunked;

  private S3Body(Call call) {
    this.call = call;
    call.incoming()
        .headers()
        .forEach((name, values) -> expect(name.toLowerCase(Locale.ROOT), values.get(0)));
    boolean streaming = Objects.requireNonNullElse(payload(), "").startsWith("STREAMING-");
    chunked = streaming ? new AwsChunked(call.body()) : null;
  }

  static Received receive(Call call, Path directory) throws IOException {
    requireHeaders(call.incoming());
    Path file = Files.createTempFile(directory, "object", "");
    boolean good = false;
    try {
      Received received = new S3Body(call).save(file);
      good = true;
      return received;
    } finally {
      if (!good) {
        Files.delete(file);
      }
    }
  }

  private static void requireHeaders(Incoming incoming) {
    if (incoming.header("Transfer-Encoding") != null) {
      throw ServiceError.user(
          501,
          "NotImplemented",
          "A header you provided implies functionality that is not implemented");
    }
    if (incoming.header("Content-Length") == null) {
      throw ServiceError.user(
          411, "MissingContentLength", "You must provide the Content-Length HTTP header.");
    }
    if (incoming.header("x-amz-content-sha256") == null) {
      throw S3Error.invalid(
          "InvalidRequest", "Missing required header for this request: x-amz-content-sha256");
    }
  }

  private void expect(String name, String value) {
    if (name.startsWith(CHECKSUM) && !name.matches(CHECKSUM + "(algorithm|type|mode)")) {
      expected.put(name, value);
    } else if (name.equals("x-amz-trailer")) {
      for (String trailer : value.split(",", -1)) {
        expected.put(trailer.strip().toLowerCase(Locale.ROOT), "");
      }
    }
  }

  private Received save(Path file) throws IOException {
    Checksums checksums = new Checksums(expected.keySet());
    long size = 0;
    byte[] buffer = new byte[1 << 16];
    InputStream in = chunked == null ? call.body() : chunked;
    try (OutputStream out = Files.newOutputStream(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        checksums.update(buffer, read);
        out.write(buffer, 0, read);
        size += read;
      }
    }
    Map<String, String> sums = checksums.base64();
    verify(sums, size);
    Map<String, String> sent = new HashMap<>(sums);
    sent.keySet().retainAll(expected.keySet());
    return new Received(file, size, Checksums.hex(sums.getOrDefault("md5", "")), sent);
  }

  private void verify(Map<String, String> sums, long size) {
    String decoded = call.incoming().header("x-amz-decoded-content-length");
    if (chunked != null) {
      expected.replaceAll((name, value) -> chunked.trailers().getOrDefault(name, value));
      if (!String.valueOf(size).equals(decoded)) {
        throw S3Error.invalid(
            "IncompleteBody",
            "You did not provide the number of bytes specified by the Content-Length HTTP header");
      }
    }
    verifyMd5(sums);
    verifyPayload(sums);
    expected.forEach((name, value) -> verifyChecksum(name, value, sums.get(name)));
  }

  private void verifyMd5(Map<String, String> sums) {
    String md5 = call.incoming().header("Content-MD5");
    if (md5 == null) {
      return;
    }
    if (!md5.matches("[A-Za-z0-9+/]{22}==")) {
      throw S3Error.invalid("InvalidDigest", "The Content-MD5 you specified was invalid.");
    }
    if (!md5.equals(sums.get("md5"))) {
      throw S3Error.invalid(
          "BadDigest", "The Content-MD5 you specified did not match what we received.");
    }
  }

  private void verifyPayload(Map<String, String> sums) {
    String payload = Objects.requireNonNullElse(payload(), "");
    String actual = Checksums.hex(sums.getOrDefault(CHECKSUM + "sha256", ""));
    if (payload.matches("[0-9a-f]{64}") && !payload.equals(actual)) {
      throw S3Error.invalid(
          "XAmzContentSHA256Mismatch",
          "The provided 'x-amz-content-sha256' header does not match what was computed.");
    }
  }

  /** CRC64NVME is taken on trust, as the JDK does not compute it. */
  private static void verifyChecksum(String name, String value, @Nullable String actual) {
    if (actual != null && !actual.equals(value)) {
      String algorithm = name.substring(CHECKSUM.length()).toUpperCase(Locale.ROOT);
      throw S3Error.invalid(
          "BadDigest",
          "The " + algorithm + " you specified did not match the calculated checksum.");
    }
  }

  private @Nullable String payload() {
    return call.incoming().header("x-amz-content-sha256");
  }
}
