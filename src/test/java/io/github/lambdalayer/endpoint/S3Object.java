package io.github.lambdalayer.endpoint;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/**
 * One version of an object, its bytes on disk.
 *
 * @param marker whether it stands for a deletion
 * @param headers what the uploader said of the object, such as its metadata
 * @param checksums those that the uploader sent, by the names of their headers
 */
record S3Object(
    String key,
    String versionId,
    boolean marker,
    Path file,
    long size,
    String etag,
    Map<String, String> headers,
    Map<String, String> checksums,
    Instant modified) {
  S3Object {
    headers = Map.copyOf(headers);
    checksums = Map.copyOf(checksums);
  }

  static S3Object of(String key, S3Body.Received body, Map<String, String> headers) {
    return new S3Object(
        key,
        "null",
        false,
        body.file(),
        body.size(),
        body.etag(),
        headers,
        body.checksums(),
        Instant.now());
  }

  static S3Object deletion(String key) {
    return new S3Object(key, "null", true, Path.of(""), 0, "", Map.of(), Map.of(), Instant.now());
  }

  S3Object withVersionId(String id) {
    return new S3Object(key, id, marker, file, size, etag, headers, checksums, modified);
  }

  /** The same bytes elsewhere; files never change, so that both may share one. */
  S3Object copy(String newKey, Map<String, String> newHeaders) {
    return new S3Object(
        newKey, "null", false, file, size, etag, newHeaders, checksums, Instant.now());
  }

  String lastModified() {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(modified.atZone(ZoneOffset.UTC));
  }
}
