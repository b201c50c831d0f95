package io.github.lambdalayer.endpoint;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Single objects: put, had, deleted and copied. */
final class S3ObjectOperations {
  private static final Pattern COPY_SOURCE =
      Pattern.compile("/?([^/?]+)/([^?]+)(?:\\?versionId=(.+))?");
  private static final Set<String> KEPT_HEADERS =
      Set.of("content-type", "cache-control", "content-disposition", "content-language");

  private final S3Buckets buckets;
  private final Path directory;

  S3ObjectOperations(S3Buckets buckets, Path directory) {
    this.buckets = buckets;
    this.directory = directory;
  }

  Answer put(Call call, S3Bucket bucket) throws IOException {
    S3Body.Received body = S3Body.receive(call, directory);
    S3Object object = S3Object.of(key(call), body, kept(call.incoming()));
    S3Object stored = bucket.put(object, onlyNew(call));
    Answer answer = withVersion(Answer.empty(200), stored);
    for (Map.Entry<String, String> checksum : stored.checksums().entrySet()) {
      answer = answer.withHeader(checksum.getKey(), checksum.getValue());
    }
    return answer.withHeader("ETag", quoted(stored));
  }

  Answer get(Call call, S3Bucket bucket) throws IOException {
    S3Object object = bucket.get(key(call), call.route().query().get("versionId"));
    if (object.marker()) {
      throw call.route().query().containsKey("versionId")
          ? ServiceError.user(
              405, "MethodNotAllowed", "The specified method is not allowed against this resource.")
          : S3Error.noSuchKey();
    }
    Map<String, String> headers = new HashMap<>(object.headers());
    headers.putIfAbsent("content-type", "binary/octet-stream");
    headers.put("ETag", quoted(object));
    headers.put("Last-Modified", object.lastModified());
    String range = call.incoming().header("Range");
    if ("ENABLED".equals(call.incoming().header("x-amz-checksum-mode")) && range == null) {
      headers.putAll(object.checksums());
    }
    return withVersion(Ranges.answer(object.file(), range).withHeaders(headers), object);
  }

  Answer delete(Call call, S3Bucket bucket) {
    Optional<S3Object> deleted = bucket.delete(key(call), call.route().query().get("versionId"));
    Answer answer = Answer.empty(204);
    if (deleted.isEmpty()) {
      return answer;
    }
    answer = withVersion(answer, deleted.get());
    return deleted.get().marker() ? answer.withHeader("x-amz-delete-marker", "true") : answer;
  }

  Answer copy(Call call, S3Bucket target) {
    String header = Objects.requireNonNullElse(call.incoming().header("x-amz-copy-source"), "");
    Matcher source = COPY_SOURCE.matcher(header);
    if (!source.matches()) {
      throw S3Error.invalid(
          "InvalidArgument", "Copy Source must mention the source bucket and key");
    }
    S3Bucket bucket = buckets.find(decode(source.group(1)));
    if (!bucket.usableBy(call.caller().account()) || bucket.copyDenied() || target.copyDenied()) {
      throw S3Error.denied();
    }
    S3Object object = bucket.get(decode(source.group(2)), source.group(3));
    if (object.marker()) {
      throw S3Error.noSuchKey();
    }
    boolean replace = "REPLACE".equals(call.incoming().header("x-amz-metadata-directive"));
    if (bucket == target && object.key().equals(key(call)) && !replace) {
      throw S3Error.invalid(
          "InvalidRequest",
          "This copy request is illegal because it is trying to copy an object to itself without"
              + " changing the object's metadata, storage class, website redirect location or"
              + " encryption attributes.");
    }
    Map<String, String> headers = replace ? kept(call.incoming()) : object.headers();
    S3Object stored = target.put(object.copy(key(call), headers), onlyNew(call));
    return withVersion(copied(stored), stored);
  }

  private static Answer copied(S3Object stored) {
    return Xml.answer(
        200,
        Xml.parent(
            "CopyObjectResult",
            Xml.element("LastModified", stored.modified()),
            Xml.element("ETag", quoted(stored))));
  }

  /** What the object keeps of the request that made it. */
  static Map<String, String> kept(Incoming incoming) {
    Map<String, String> kept = new HashMap<>();
    incoming
        .headers()
        .forEach(
            (header, values) -> {
              String name = header.toLowerCase(Locale.ROOT);
              if (name.startsWith("x-amz-meta-") || KEPT_HEADERS.contains(name)) {
                kept.put(name, values.get(0));
              }
            });
    return kept;
  }

  static boolean onlyNew(Call call) {
    return "*".equals(call.incoming().header("If-None-Match"));
  }

  static String key(Call call) {
    return call.route().parameter("key");
  }

  static String quoted(S3Object object) {
    return "\"" + object.etag() + "\"";
  }

  static Answer withVersion(Answer answer, S3Object object) {
    return object.versionId().equals("null")
        ? answer
        : answer.withHeader("x-amz-version-id", object.versionId());
  }

  private static String decode(String encoded) {
    return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
