package io.github.lambdalayer.endpoint;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Takes the chunks of an {@code aws-chunked} body apart; the chunks' signatures are not verified. */
final class AwsChunked extends InputStream {
  private final InputStream in;
  private final Map<String, String> trailers = new HashMap<>();
  private long left;
  private boolean begun;
  private boolean ended;

  AwsChunked(InputStream in) {
    this.in = in;
  }

  /** What came behind the last chunk, complete when all is read. */
  Map<String, String> trailers() {
    return trailers;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (left == 0 && !ended) {
      nextChunk();
    }
    if (ended) {
      return -1;
    }
    int read = in.read(buffer, offset, (int) Math.min(length, left));
    if (read < 0) {
      throw incomplete();
    }
    left -= read;
    return read;
  }

  private void nextChunk() throws IOException {
    if (begun && !line().isEmpty()) {
      throw incomplete();
    }
    begun = true;
    String size = line().split(";", 2)[0].strip();
    if (!size.matches("[0-9a-fA-F]{1,15}")) {
      throw incomplete();
    }
    left = Long.parseLong(size, 16);
    if (left == 0) {
      ended = true;
      readTrailers();
    }
  }

  private void readTrailers() throws IOException {
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      if (colon < 0) {
        throw S3Error.invalid("MalformedTrailerError", "The request contained trailing data");
      }
      String name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
      trailers.put(name, line.substring(colon + 1).strip());
    }
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int b = in.read(); b >= 0 && b != '\n' && line.length() < 4096; b = in.read()) {
      line.append((char) b);
    }
    return line.toString().strip();
  }

  private static ServiceError incomplete() {
    return S3Error.invalid("IncompleteBody", "The request body terminated unexpectedly");
  }
}
