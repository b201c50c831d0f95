package io.github.lambdalayer.aws;

import io.github.lambdalayer.layer.Limits;
import io.github.lambdalayer.layer.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * Requests for parts of a published zip. Whoever has the URL can read the zip, so nothing here repeats
 * it, and no exception of the client is passed on.
 */
final class RangeRequests {

  private static final int PARTIAL = 206;
  private static final int OK = 200;
  private static final Pattern CONTENT_RANGE =
      Pattern.compile("bytes (\\d{1,18})-(\\d{1,18})/(\\d{1,18})");

  private final SdkHttpClient http;
  private final URI location;

  RangeRequests(SdkHttpClient http, URI location) {
    this.http = http;
    this.location = location;
  }

  /** What came: a part, or all of it where the server knows no ranges. */
  sealed interface Answer {}

  /**
   * A part of the zip.
   *
   * @param start where it stands in the zip
   * @param total the length of the zip
   * @param bytes the part
   */
  record Part(long start, long total, ByteBuffer bytes) implements Answer {}

  /**
   * All of the zip.
   *
   * @param file a temporary file, which the caller deletes
   */
  record Whole(Path file) implements Answer {}

  /**
   * Asks for a range.
   *
   * @param range as HTTP writes it, for example {@code 0-99}, or {@code -100} for the end
   * @param limit the bytes that it has at most
   */
  Answer get(String range, int limit) throws LiveZipException {
    HttpExecuteResponse response = send(range);
    int status = response.httpResponse().statusCode();
    try (InputStream body =
        response
            .responseBody()
            .map(InputStream.class::cast)
            .orElseGet(InputStream::nullInputStream)) {
      return switch (status) {
        case PARTIAL -> part(response, body, limit);
        case OK -> new Whole(spooled(body));
        default -> throw refused(status);
      };
    } catch (LiveZipException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw lost(e);
    }
  }

  private HttpExecuteResponse send(String range) throws LiveZipException {
    try {
      var request =
          SdkHttpRequest.builder()
              .method(SdkHttpMethod.GET)
              .uri(location)
              .putHeader("Range", "bytes=" + range)
              .build();
      return http.prepareRequest(HttpExecuteRequest.builder().request(request).build()).call();
    } catch (IOException | RuntimeException e) {
      throw lost(e);
    }
  }

  private static Part part(HttpExecuteResponse response, InputStream body, int limit)
      throws IOException {
    Matcher range =
        CONTENT_RANGE.matcher(
            response.httpResponse().firstMatchingHeader("Content-Range").orElse(""));
    if (!range.matches()) {
      throw new LiveZipException(
          "The live zip cannot be read: the server sent a part of it and did not say which.");
    }
    long start = Long.parseLong(range.group(1));
    long length = Long.parseLong(range.group(2)) - start + 1;
    byte[] bytes = body.readNBytes(limit + 1);
    if (length != bytes.length || length > limit) {
      throw new LiveZipException(
          Messages.format(
              "The live zip cannot be read: the server promised %,d bytes and sent %,d. Try again.",
              length, bytes.length));
    }
    return new Part(start, Long.parseLong(range.group(3)), ByteBuffer.wrap(bytes));
  }

  private static Path spooled(InputStream body) throws IOException {
    Path file = Files.createTempFile("lambda-layer-live-", ".zip");
    file.toFile().deleteOnExit();
    try (OutputStream out = Files.newOutputStream(file)) {
      byte[] buffer = new byte[1 << 16];
      long length = 0;
      for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
        length += read;
        if (length > Limits.UNZIPPED_BYTES) {
          throw new LiveZipException("The live zip cannot be read: it is larger than any layer.");
        }
        out.write(buffer, 0, read);
      }
      return file;
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }

  static LiveZipException refused(int status) {
    return new LiveZipException(
        Messages.format(
            "The live zip cannot be read: the server answered %d%s.",
            status,
            status == 403 ? ". Lambda's link to it is good for ten minutes: try again" : ""));
  }

  static LiveZipException lost(Exception failure) {
    return new LiveZipException(
        Messages.format(
            "The live zip cannot be read: %s on the way to the server that stores it. Check the"
                + " network and the proxy.",
            failure.getClass().getSimpleName()));
  }
}
