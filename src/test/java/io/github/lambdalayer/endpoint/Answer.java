package io.github.lambdalayer.endpoint;

import com.google.gson.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** An answer on its way out; the body is opened late, so that a zip need not be held in memory. */
record Answer(int status, Map<String, String> headers, long length, Body body) {
  Answer {
    headers = Map.copyOf(headers);
  }

  @FunctionalInterface
  interface Body {
    InputStream open() throws IOException;
  }

  static Answer json(int status, JsonObject document) {
    return text(status, "application/json", document.toString());
  }

  static Answer text(int status, String contentType, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new Answer(
        status,
        Map.of("Content-Type", contentType),
        bytes.length,
        () -> new ByteArrayInputStream(bytes));
  }

  static Answer noContent() {
    return new Answer(
        204, Map.of("Content-Type", "application/json"), 0, InputStream::nullInputStream);
  }

  static Answer empty(int status) {
    return new Answer(status, Map.of(), 0, InputStream::nullInputStream);
  }

  Answer withHeader(String name, String value) {
    return withHeaders(Map.of(name, value));
  }

  Answer withHeaders(Map<String, String> others) {
    Map<String, String> more = new HashMap<>(headers);
    more.putAll(others);
    return new Answer(status, more, length, body);
  }

  /** A refusal stays as it is: only a success can be garbled. */
  Answer garbled() {
    return status >= 400 ? this : text(length == 0 ? 200 : status, "application/json", "{\"Layer");
  }
}
