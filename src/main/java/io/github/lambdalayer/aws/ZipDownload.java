package io.github.lambdalayer.aws;

import io.github.lambdalayer.layer.Messages;
import io.github.lambdalayer.layer.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;

/** A published zip that is fetched as a whole; as with {@link RangeRequests}, its URL is a secret. */
final class ZipDownload {

  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final int OK = 200;

  private ZipDownload() {}

  /**
   * Streams it to a file.
   *
   * @throws LiveZipException if it cannot be fetched, or is not what was published
   */
  static void of(URI location, @Nullable HttpProxy proxy, LiveVersion version, Path file)
      throws IOException {
    boolean isWhole = false;
    try (SdkHttpClient http = ProxyAccess.client(proxy, TIMEOUT, TIMEOUT);
        OutputStream out = Files.newOutputStream(file)) {
      fetch(http, location, version.codeSize(), out);
      isWhole = true;
    } finally {
      if (!isWhole) {
        Files.deleteIfExists(file);
      }
    }
    if (!Sha256.of(file).base64().equals(version.codeSha256())) {
      Files.delete(file);
      throw new LiveZipException(
          Messages.format(
              "The zip of %s that came has another digest than the one that Lambda tells (%s): is"
                  + " there a proxy in between? Try again.",
              version, version.codeSha256()));
    }
  }

  private static void fetch(SdkHttpClient http, URI location, long size, OutputStream out)
      throws LiveZipException {
    var request = SdkHttpRequest.builder().method(SdkHttpMethod.GET).uri(location).build();
    try {
      HttpExecuteResponse response =
          http.prepareRequest(HttpExecuteRequest.builder().request(request).build()).call();
      try (InputStream body =
          response
              .responseBody()
              .map(InputStream.class::cast)
              .orElseGet(InputStream::nullInputStream)) {
        int status = response.httpResponse().statusCode();
        if (status != OK) {
          throw RangeRequests.refused(status);
        }
        copy(body, out, size);
      }
    } catch (LiveZipException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw RangeRequests.lost(e);
    }
  }

  private static void copy(InputStream body, OutputStream out, long size) throws IOException {
    byte[] buffer = new byte[1 << 16];
    long length = 0;
    for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
      length += read;
      if (length > size) {
        break;
      }
      out.write(buffer, 0, read);
    }
    if (length != size) {
      throw new LiveZipException(
          Messages.format(
              "The live zip cannot be read: it has %,d bytes, and the server sent %s. Try again.",
              size, length > size ? "more" : Messages.format("%,d", length)));
    }
  }
}
