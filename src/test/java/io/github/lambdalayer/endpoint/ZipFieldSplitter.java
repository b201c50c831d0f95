package io.github.lambdalayer.endpoint;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;

/**
 * Splits a publish body while it arrives: the value of {@code ZipFile} is decoded to a file, all
 * else becomes a small document with a placeholder in its place. A JSON library would hold the 70
 * million characters of that value as one string.
 */
final class ZipFieldSplitter {
  private static final byte[] PLACEHOLDER = "\"decoded\"".getBytes(StandardCharsets.UTF_8);

  private final InputStream in;
  private final Path target;
  private final byte[] buffer = new byte[1 << 16];
  private final ByteArrayOutputStream rest = new ByteArrayOutputStream();
  private int position;
  private int limit;

  ZipFieldSplitter(InputStream in, Path target) {
    this.in = in;
    this.target = target;
  }

  /** The document without the zip; it may still be no JSON. */
  byte[] split() throws IOException {
    for (int b = peek(); b >= 0; b = peek()) {
      copyNext();
      if (b == '"' && copyString().equals("ZipFile") && copyToStringValue()) {
        position++;
        decode();
        rest.writeBytes(PLACEHOLDER);
      }
    }
    return rest.toByteArray();
  }

  private String copyString() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int b = peek(); b >= 0; b = peek()) {
      copyNext();
      if (b == '"') {
        break;
      }
      text.append((char) b);
      if (b == '\\' && peek() >= 0) {
        text.append((char) peek());
        copyNext();
      }
    }
    return text.toString();
  }

  /** True at the opening quote of a value, so that a mere value {@code "ZipFile"} stays one. */
  private boolean copyToStringValue() throws IOException {
    copyBlanks();
    if (peek() != ':') {
      return false;
    }
    copyNext();
    copyBlanks();
    return peek() == '"';
  }

  private void copyBlanks() throws IOException {
    while (peek() == ' ' || peek() == '\t' || peek() == '\r' || peek() == '\n') {
      copyNext();
    }
  }

  private void decode() throws IOException {
    Value value = new Value();
    byte[] text = new byte[1 << 16];
    boolean padded = false;
    try (OutputStream out = Files.newOutputStream(target)) {
      for (int n = value.readNBytes(text, 0, text.length);
          n > 0;
          n = value.readNBytes(text, 0, text.length)) {
        if (padded) {
          throw notBase64();
        }
        padded = text[n - 1] == '=';
        out.write(decoded(n == text.length ? text : Arrays.copyOf(text, n)));
      }
    }
  }

  private static byte[] decoded(byte[] text) {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw notBase64();
    }
  }

  private static ServiceError notBase64() {
    return ServiceError.user(400, "SerializationException", "'content.zipFile' is not base64");
  }

  private void copyNext() {
    rest.write(buffer[position++]);
  }

  private int peek() throws IOException {
    if (position == limit) {
      position = 0;
      limit = Math.max(in.read(buffer), 0);
    }
    return position == limit ? -1 : buffer[position] & 0xFF;
  }

  /** The characters of a JSON string up to its closing quote. */
  private final class Value extends InputStream {
    private boolean ended;

    @Override
    public int read() throws IOException {
      int b = ended ? -1 : peek();
      if (b < 0) {
        return -1;
      }
      position++;
      ended = b == '"';
      if (ended) {
        return -1;
      }
      return b == '\\' ? unescape() : b;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int count = 0;
      while (count < length) {
        int run = Math.min(run(), length - count);
        System.arraycopy(buffer, position, bytes, offset + count, run);
        position += run;
        count += run;
        if (run == 0) {
          int b = read();
          if (b < 0) {
            return count == 0 ? -1 : count;
          }
          bytes[offset + count++] = (byte) b;
        }
      }
      return count;
    }

    /** How many characters stand for themselves from here on, as far as they have arrived. */
    private int run() throws IOException {
      if (ended || peek() < 0) {
        return 0;
      }
      int end = position;
      while (end < limit && buffer[end] != '"' && buffer[end] != '\\') {
        end++;
      }
      return end - position;
    }

    /** Some JSON writers escape the slash and the equals sign; no other escape can be base64. */
    private int unescape() throws IOException {
      int b = peek();
      position++;
      if (b != 'u') {
        return b == '/' ? b : '\\';
      }
      int code = 0;
      for (int i = 0; i < 4; i++) {
        code = code * 16 + Character.digit(peek(), 16);
        position++;
      }
      return code > 0 && code < 128 ? code : '\\';
    }
  }
}
