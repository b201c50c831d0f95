package io.github.lambdalayer.endpoint;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** A multipart upload that is open. */
final class S3Upload {
  private final String id;
  private final String key;
  private final Map<String, String> headers;
  private final NavigableMap<Integer, S3Body.Received> parts = new TreeMap<>();

  S3Upload(String id, String key, Map<String, String> headers) {
    this.id = id;
    this.key = key;
    this.headers = Map.copyOf(headers);
  }

  String id() {
    return id;
  }

  String key() {
    return key;
  }

  Map<String, String> headers() {
    return headers;
  }

  /** A part that comes again takes the place of the first. */
  synchronized void add(int number, S3Body.Received part) {
    parts.put(number, part);
  }

  synchronized NavigableMap<Integer, S3Body.Received> parts() {
    return new TreeMap<>(parts);
  }
}
