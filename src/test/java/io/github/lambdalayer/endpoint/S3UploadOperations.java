package io.github.lambdalayer.endpoint;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Uploads in several parts. */
final class S3UploadOperations {
  private static final long SMALLEST_PART = 5L << 20;
  private static final Pattern PART = Pattern.compile("<Part>(.*?)</Part>", Pattern.DOTALL);
  private static final Pattern NUMBER = Pattern.compile("<PartNumber>\\s*(\\d{1,5})\\s*</");
  private static final Pattern ETAG =
      Pattern.compile("<ETag>\\s*(?:\"|&quot;|&#34;)?([0-9a-f]+)(?:\"|&quot;|&#34;)?\\s*</");

  private final Path directory;

  S3UploadOperations(Path directory) {
    this.directory = directory;
  }

  Answer create(Call call, S3Bucket bucket) {
    String key = S3ObjectOperations.key(call);
    S3Upload upload = bucket.begin(key, S3ObjectOperations.kept(call.incoming()));
    return Xml.answer(
        200,
        Xml.parent(
            "InitiateMultipartUploadResult",
            Xml.element("Bucket", bucket.name()),
            Xml.element("Key", key),
            Xml.element("UploadId", upload.id())));
  }

  Answer part(Call call, S3Bucket bucket) throws IOException {
    S3Upload upload = upload(call, bucket);
    String number = call.route().query().getOrDefault("partNumber", "");
    if (!number.matches("\\d{1,5}")
        || Integer.parseInt(number) < 1
        || Integer.parseInt(number) > 10_000) {
      throw S3Error.invalid(
          "InvalidArgument", "Part number must be an integer between 1 and 10000, inclusive");
    }
    S3Body.Received part = S3Body.receive(call, directory);
    upload.add(Integer.parseInt(number), part);
    Answer answer = Answer.empty(200).withHeaders(part.checksums());
    return answer.withHeader("ETag", "\"" + part.etag() + "\"");
  }

  Answer complete(Call call, S3Bucket bucket) throws IOException {
    S3Upload upload = upload(call, bucket);
    List<S3Body.Received> parts = chosen(call, upload);
    S3Body.Received whole = join(parts);
    S3Object object = S3Object.of(upload.key(), whole, upload.headers());
    S3Object stored = bucket.complete(upload, object, S3ObjectOperations.onlyNew(call));
    deleteParts(upload);
    Answer answer =
        Xml.answer(
            200,
            Xml.parent(
                "CompleteMultipartUploadResult",
                Xml.element("Location", "/" + bucket.name() + "/" + upload.key()),
                Xml.element("Bucket", bucket.name()),
                Xml.element("Key", upload.key()),
                Xml.element("ETag", S3ObjectOperations.quoted(stored))));
    return S3ObjectOperations.withVersion(answer, stored);
  }

  Answer abort(Call call, S3Bucket bucket) throws IOException {
    S3Upload upload = upload(call, bucket);
    bucket.end(upload);
    deleteParts(upload);
    return Answer.empty(204);
  }

  /** The parts that the client names, which must be those that came. */
  private static List<S3Body.Received> chosen(Call call, S3Upload upload) throws IOException {
    String document = new String(call.body().readAllBytes(), StandardCharsets.UTF_8);
    NavigableMap<Integer, S3Body.Received> came = upload.parts();
    Map<Integer, S3Body.Received> chosen = new LinkedHashMap<>();
    int last = 0;
    for (Matcher part = PART.matcher(document); part.find(); ) {
      int number = Integer.parseInt(group(NUMBER, part.group(1)));
      S3Body.Received received = came.get(number);
      if (number <= last) {
        throw S3Error.invalid("InvalidPartOrder", "The list of parts was not in ascending order.");
      }
      if (received == null || !received.etag().equals(group(ETAG, part.group(1)))) {
        throw S3Error.invalid(
            "InvalidPart",
            "One or more of the specified parts could not be found. The part may not have been"
                + " uploaded, or the specified entity tag may not match the part's entity tag.");
      }
      chosen.put(number, received);
      last = number;
    }
    List<S3Body.Received> parts = List.copyOf(chosen.values());
    requireSizes(parts);
    return parts;
  }

  private static void requireSizes(List<S3Body.Received> parts) {
    if (parts.isEmpty()) {
      throw malformed();
    }
    if (parts.subList(0, parts.size() - 1).stream().anyMatch(part -> part.size() < SMALLEST_PART)) {
      throw S3Error.invalid(
          "EntityTooSmall", "Your proposed upload is smaller than the minimum allowed size");
    }
  }

  private S3Body.Received join(List<S3Body.Received> parts) throws IOException {
    Path file = Files.createTempFile(directory, "object", "");
    MessageDigest digest = Checksums.digest("MD5");
    try (OutputStream out = Files.newOutputStream(file)) {
      for (S3Body.Received part : parts) {
        Files.copy(part.file(), out);
        digest.update(HexFormat.of().parseHex(part.etag()));
      }
    }
    String etag = HexFormat.of().formatHex(digest.digest()) + "-" + parts.size();
    return new S3Body.Received(file, Files.size(file), etag, Map.of());
  }

  private static void deleteParts(S3Upload upload) throws IOException {
    for (S3Body.Received part : upload.parts().values()) {
      Files.deleteIfExists(part.file());
    }
  }

  private static S3Upload upload(Call call, S3Bucket bucket) {
    return bucket.upload(S3ObjectOperations.key(call), call.route().query().get("uploadId"));
  }

  private static String group(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw malformed();
    }
    return matcher.group(1);
  }

  private static ServiceError malformed() {
    return S3Error.invalid(
        "MalformedXML",
        "The XML you provided was not well-formed or did not validate against our published schema");
  }
}
